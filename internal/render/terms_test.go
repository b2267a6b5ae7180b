package render

import (
	"strings"
	"testing"
)

func TestTermsAreFound(t *testing.T) {
	r := renderer(t, project(t, map[string]string{"content/glossary.yaml": `terms:
  - {id: sma, term: Special Measures Agreement, abbreviation: SMA, says: An agreement.}
  - {id: agreement, term: Agreement, also: [deal], says: A text.}
  - {id: gao, term: GAO, says: An office.}
  - {id: sharing, term: cost-sharing, says: To share.}
  - {id: sharing-agreement, term: cost-sharing agreement, says: A text.}
  - {id: study, term: Étude, says: A study.}
  - {id: share, term: Share, also: [분담], says: A part.}
  - {id: help, term: aid, says: Help.}
  - {id: agency, term: The agency, abbreviation: AID, says: An office.}
`}), Inputs{})
	for text, want := range map[string]string{
		"the special measures agreement": "sma", "Two agreements": "agreement", "Special Measures Agreements": "sma", "an SMA": "sma",
		"sma": "", "disagreement": "", "the gao": "", "the GAO said": "gao", "Deals": "agreement", "idealism": "",
		"SMAs": "", "deal, DEAL: deal’s": "agreement agreement agreement", "dealss": "", "préagreement": "", "an agreement_": "",
		"a special measures agreements": "sma", "special measures": "", "SMA는": "sma", "pre\u0301agreement": "",
		"cost-sharing": "sharing", "cost-sharing agreements": "sharing-agreement", "aid": "help", "the AID mission": "agency",
		"<deal>": "agreement", "<deals>": "agreement", "étude, Études": "study study", "방위비분담금": "", "방위비 분담": "share",
	} {
		var got []string
		for _, f := range r.terms.Find(text) {
			got = append(got, f.ID)
			if f.Start > 0 && text[f.Start-1] == '<' && text[f.End] != '>' {
				t.Errorf("%q: the term is %q", text, text[f.Start:f.End])
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q holds %v, want %q", text, got, want)
		}
	}
}
