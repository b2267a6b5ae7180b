// Package cache remembers bytes that were costly to make, from one run of the
// program to the next.
//
// # What it holds
//
// An entry is found by a key: a hash of the name of what made it, of everything
// it was made from, and of the program itself ([Program]). So a change of the
// input or of one line of code makes another key, and nothing needs to be
// thrown away by hand. All entries lie in one file, which is read at the start
// and written at the end; what some runs in a row did not use is not written
// again, so the file does not grow with time.
//
// # What it promises
//
// A cache never changes what comes out, only when. The file may be deleted at
// any time, cut short or damaged: each entry carries a checksum, and one that
// does not hold is made anew. Several runs may use one file at once: it is
// replaced as a whole, and the last to finish wins. A nil *Cache remembers
// nothing and is ready to use.
//
// A file that cannot be read is as none: nothing is lost but time. So is a pipe
// or a device in its place, from which nothing is read, since that might never
// end; the new file replaces it. One that cannot be written is an error with its
// path, though the site could be made without: nobody reads warnings, and every
// later build would be slow with nothing to say why.
//
// A [Pack] is how small values become bytes and come back.
//
// # What it leaves out
//
// It is no protection against somebody who can write to the file and means
// harm: who can do that can change the program too.
package cache
