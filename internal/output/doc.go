// Package output holds the finished site and is the only hand that writes it to
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
// A file's bytes are in memory, or on a [Shelf]: a nameless file in the folder of
// the cache, where the pages of a large site wait until they are checked and
// written; or they stand in the site that was written last, which [Look] reads
// once and of which [Standing.File] gives the files whose bytes have not changed.
// [File.Bytes] takes them from wherever they are. When the disk fails them,
// [Shelf.Err] or [Standing.Err] tells, and nothing that was concluded since holds.
//
// # The manifest
//
// Every written site has a file build.json in its root, the [Manifest]: each
// other file with its size, SHA-256 and source. It is how [Write] knows a folder
// that it made from one that it did not, and how [Verify] proves that a folder
// is what was built.
//
// # Writing
//
// [Write] makes the new site in a work folder beside the target (.public.build
// beside public), with the same parent and so on the same file system, and then
// exchanges the two in one step of the file system. It promises:
//
//   - Whenever the program is killed, the target is the old site or the new one,
//     whole. On Linux and macOS this holds at every moment. Where the file system
//     cannot exchange two folders, the old one is renamed away and the new one
//     renamed to its place; killed between these two renames the program leaves
//     no target, and the next call of Write puts the old site back before it does
//     anything else.
//   - On any error the target stays as it was.
//   - A folder that the build did not make is never changed: neither one without
//     a manifest of ours nor one with a file that its manifest does not list.
//   - A file whose bytes did not change keeps its inode and times (it is linked
//     into the new folder, and there found to be the file that Look read). If
//     nothing changed at all, nothing is written.
//   - One build at a time: the work folder holds a lock that names the process
//     and host of a running build. A dead process holds no lock (flock), so there
//     is none to delete by hand.
//   - What a killed build left behind is removed by the next. Only work folders
//     that hold our lock file are touched.
//   - Nothing is written outside the parent of the target, and there only the
//     target and the work folder. Files are written, moved and removed through
//     an os.Root; folders are made and files linked by their paths, in the new
//     folder that this build has made.
//   - A file that stood in the old site and was to be kept may be changed or go
//     away while the build runs. Then it is written anew; where its bytes were
//     not made again, [ErrChanged] says so, and the caller has to make them.
//
// Files have the permissions 0644 and folders 0755 whatever the umask: a web
// server under another user must be able to read the site, and the same input
// must give the same output.
//
// With [Options.Durable] the new site is flushed to the disk before the
// exchange, so that the promise holds for a power cut too. Without it, a power
// cut may leave damaged files; the next build notices and mends them, since it
// compares bytes, not times.
//
// # What it leaves out
//
// It keeps no older versions, follows no symbolic links and preserves no owner.
package output
