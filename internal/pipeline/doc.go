// Package pipeline makes a site of a project: from its folder to a finished,
// checked tree in memory.
//
// [Open] opens the folder, from which nothing outside can be read. [Snap] reads
// every input once, so that a site is made of just those files and bytes, whatever
// is saved meanwhile. [Make] runs the stages on them. [Read] runs those up to
// the converted texts, for who asks what a site says. [Version] makes a site as it is
// kept under a date.
//
// # What it promises
//
// A tree comes out only when nothing is wrong. Otherwise all problems do that can be
// seen at once: those of records and texts do not hide one another, except that what
// uses a broken record is not judged. Nothing depends on the clock, on chance, on the
// network or on anything that is not in the [Snapshot] and the [Options], so the key
// of the two ([Snapshot.Key]) stands for the bytes of the tree.
//
// What is remembered in [Options.Memo] is known to the stages that ask for it, and to
// nobody else: a tree is the same with a memory, with another's, and without one.
package pipeline
