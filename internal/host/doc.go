// Package host writes what hosts, crawlers and feed readers ask for: the rules
// of headers and redirects, the site map, the feed, icons, cards for sharing.
//
// # What it reads
//
// A [Site] is the settings and where the site will be seen; an [Input] adds its
// pages and the finished files, because rules are written for the files that
// exist. Pages are the listing of package render. Texts are plain and finished; nothing is resolved here.
//
// # What it makes
//
//   - _headers and _redirects, in the form that Netlify and Cloudflare Pages
//     read. The e2e tests give them to Netlify's own parsers
//   - sitemap.xml (public site only), robots.txt, feed.xml (Atom, whole texts,
//     charts as pictures), site.webmanifest
//   - corrections/feed.xml (Atom): the changes of all pages and figures
//   - licence.txt, for people
//   - the index of the site's search ([Input.Read], [Input.SearchIndex]): sections of
//     pages as they are read, with the words of each and what they weigh
//   - index.md beside each page that is to be found, its text as Markdown for
//     programs that read for people ([Input.Read]); llms.txt, which lists them
//   - favicon.svg, favicon.ico, icons of 32, 180, 192 and 512 pixels, each
//     unless static/ has a file of that name, and cards/PAGE.png, 1200 × 630:
//     as jobs, since they take longest, so that the caller decides when and how
//     many at once, and may remember them
//   - for the head of each page: [Site.HeadLinks] and [Site.MetaPolicy]
//
// # Headers
//
// No header is in two rules that match one address. A host adds up the
// rules that match: two policies would both hold, so that the stricter would
// win everywhere, and two Cache-Control values have no defined meaning. So the
// rule /* has only the headers that are the same on every answer, and the others
// are in rules that exclude each other. The matching that counts is that of
// the reference host, in which /sources/* matches /sources-differ/ too and case
// makes no difference; [fold] knows both this and the narrow reading.
//
// Dated versions have one rule for all their files, since there will be ever more of them.
//
// A rule with a type, a disposition or unlimited caching names one existing
// file, so that an answer 404 is neither kept for a year nor taken for a table.
// At addresses where nothing exists only /* holds; the policy for the page that
// is then shown is in the page, by [Site.MetaPolicy]. Who may frame a page cannot be
// said there, so /* has X-Frame-Options too, which browsers pass over where a policy says it.
//
// # Policy
//
// Nothing is allowed that the site does not use: there is no inline script or
// style, no font and no request elsewhere but one. A page with an Explore button
// (an attribute data-explore) may load the chart library from its exact address.
// Pages cannot be framed, except those under embed/. An SVG file may use
// the style elements in it, by their hashes, so that its dark colours work when
// it is opened by itself.
//
// # Preview
//
// Outside production every answer says noindex, robots.txt lets crawlers in so
// that they see it, and there is no site map. Canonical addresses and the ids of
// the feed are those of the public site wherever the site is built for.
//
// # What it leaves out
//
// Redirects by pattern, country or language; service workers; push. A host that
// reads neither _headers nor _redirects has to be configured:
// docs/hosting.md says how.
package host
