// Package output holds the finished site and is the only package that writes it to
// disk.
//
// # The tree
//
// A [Tree] is a set of files, each with a path, its bytes and the input that it
// was made from. Two inputs never share a path: [Tree.Add] refuses the second
// and names both. It also refuses what would break on another machine or host:
// paths that differ only by case, a file where another path needs a folder, and
// names other than A–Z a–z 0–9 . _ - ~ + @ , =.
//
// A file's bytes are in memory, or are made whenever they are asked for, so that
// a large site need not be in memory at once: [File.Bytes]. [Write] asks twice, for the
// hash and for the writing, and keeps no bytes of more files than it works on.
//
// # The manifest
//
// Every written site has a file build.json in its root, the [Manifest]: each
// other file with its size, SHA-256 and source. It is how [Write] knows a folder
// that it made from one that it did not, how [Verify] proves that a folder is
// what was built, and how [Intact] reports which site is there: the SHA-256 of the
// manifest is the digest of the site.
//
// # Writing
//
// [Write] makes the new site in a work folder beside the target (.public.build
// beside public), with the same parent and so on the same file system, and then
// exchanges the two in one step of the file system. It promises:
//
//   - Whenever the program is killed, the target is the complete old or new
//     site. On Linux and macOS this holds at every moment. Where the file system
//     cannot exchange two folders, the old one is renamed away and the new one
//     renamed to its place; killed between these two renames the program leaves
//     no target, and the next call of Write puts the old site back before it does
//     anything else.
//   - On any error before the exchange the target stays as it was.
//   - A folder that the build did not make is never changed: neither one without
//     a manifest of ours nor one with a file that its manifest does not list.
//   - If nothing changed at all, nothing is written. Otherwise every file is
//     written anew; one whose bytes did not change keeps the time of its last
//     change.
//   - One build at a time: the work folder holds a lock, and a file that names
//     the process and host of the running build. A dead process holds no lock, so
//     there is none that a person has to delete.
//   - What a killed build left behind is removed by the next. Only work folders
//     that hold our lock file are touched.
//   - Nothing is written outside the parent of the target, and there only the
//     target and the work folder, all through an os.Root. Only the lock is opened
//     by its path.
//
// Files have the permissions 0644 and folders 0755 whatever the umask: a web
// server under another user must be able to read the site, and the same input
// must give the same output.
//
// A power cut may leave damaged files, for nothing is flushed to the disk; the
// next build notices and mends them, since it compares bytes, not times.
//
// # What it leaves out
//
// It keeps no older versions, follows no symbolic links and preserves no owner.
package output
