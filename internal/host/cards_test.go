package host

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/golden"
)

func TestCards(t *testing.T) {
	jobs, problems := Cards(sample())
	if len(problems) > 0 || len(jobs) != 2 || jobs[0].Path != "cards/index.png" || jobs[1].Path != "cards/demand.png" {
		t.Fatalf("%v %v", jobs, problems)
	}
	for _, j := range jobs {
		data := j.Draw()
		picture, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil || picture.Width != 1200 || picture.Height != 630 {
			t.Errorf("%s: %v %v", j.Path, picture, err)
		}
		if !bytes.Equal(data, j.Draw()) {
			t.Errorf("%s is not the same twice", j.Path)
		}
	}
	golden.Check(t, "testdata/card.png", jobs[1].Draw())
}

func TestKeyOfACardIsItsContent(t *testing.T) {
	one, _ := Cards(sample())
	two, _ := Cards(sample())
	in := sample()
	in.Pages[1].Kicker = "2021"
	three, _ := Cards(in)
	if one[0].Key != two[0].Key || one[1].Key != two[1].Key || one[1].Key == three[1].Key || one[0].Key == one[1].Key {
		t.Error("keys do not follow the content")
	}
}

func TestHeadlinesThatNoCardCanHold(t *testing.T) {
	for title, want := range map[string]string{
		strings.Repeat("A headline that goes on and on ", 20): "the headline is too long for the card of /demand/",
	} {
		for _, inner := range []func(float64, float64) draw.Canvas{drawing, nil} {
			in := sample()
			in.Pages[1].Title, in.Pages[1].Drawing = title, inner
			_, problems := Cards(in)
			if len(problems) != 1 || problems[0].Text != want || problems[0].Pos.String() != "content/demand.md:2:8" {
				t.Errorf("%v", problems)
			}
		}
	}
}
