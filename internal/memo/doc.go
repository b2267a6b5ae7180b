// Package memo remembers the results of pure functions under the hash of all
// that they were made from.
//
// # What it holds
//
// [Do] is asked for a result by its [Key]: a hash of the name of the step and of
// every value that the result depends on. A change of any of them is another key,
// so nothing has to be thrown away by hand, and no step has to know whether its
// input was remembered or made.
//
// There are two kinds of memory. [New] keeps results in RAM, as the values that
// they are, for as long as the program runs. [Open] keeps them in a file from run
// to run: a result goes to a spool on disk as soon as it is made and is read back
// when it is asked for again, so that a large site does not fill the RAM. Texts
// and bytes are stored as they are, other values as JSON: of exported fields, and of
// valid UTF-8. A nil *Memo remembers nothing and is ready to use.
//
// # What it promises
//
// A memory never changes what comes out, only when. Its file may be deleted at
// any time, cut short or damaged: every result carries a checksum, and one that
// does not hold is made anew. A file of another program, one that cannot be read,
// and a pipe or device in its place count as empty. Several runs may use one file
// at once: it is replaced as a whole, and the last to finish wins.
//
// A file that cannot be written is an error of [Memo.Save] with its path, though
// the results are there: nobody reads warnings, and every later run would be slow
// with nothing to say why.
//
// # What it leaves out
//
// It is no protection against somebody who can write to the file and means harm:
// whoever can do that can change the program too.
package memo
