// Package preview serves a site from memory while it is being written.
//
// # What it serves
//
// A finished site as the host would serve it: /demand/ is demand/index.html,
// /demand is sent on to /demand/, an address without a file is 404.html with
// status 404, and the rules of the site's own _headers and _redirects files
// hold. Nothing touches the disk.
//
// # How the open page follows
//
// Into each HTML page, on its way out and never in the site itself, goes one
// script. It listens to a stream of server-sent events:
//
//   - reload: the page has changed; it is loaded again at the same scroll place,
//   - styles: only the style sheet has changed; it is swapped without a reload,
//   - problems: the site has problems; the page stays, and an overlay shows the
//     same text as the terminal until they are mended.
//
// A page that a change does not touch is left alone.
//
// # Where it is written
//
// On an open page, Alt and a press on a number, a chart or a sentence, or Alt+W and the
// arrow keys, ask where it was written. [Server.Find] answers; a panel shows the places, each
// to be copied or opened in an editor. Without these keys nothing is different.
//
// # The style guide
//
// Below /_preview/style-guide/ lies a site of its own, in light and in dark, made when somebody
// asks for it ([Server.Guide]). It does not follow changes: it is loaded again by hand.
//
// # What it promises
//
// It answers on the loopback interface unless told otherwise, and refuses
// requests whose Host header is neither the address it was told to listen on
// nor a loopback name, so that no foreign site can read drafts through a
// rebound name. After any burst of saves, deletions and renames the last state
// on disk is the one that is built and shown. While a build fails, the last
// good site is served.
package preview
