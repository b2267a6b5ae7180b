package prose

// count counts the words of a text and estimates its syllables.
//
// A word is a run between spaces that has a letter or a digit; a space that does
// not break, as between a number and its unit, parts words too. The syllables of
// a run of letters are its groups of vowels, less a silent final e, and one at
// least.
func count(text string) (words, syllables int) {
	counted := false // the run between spaces at hand is a word
	var run letters
	for _, r := range text {
		k := kindOf(r)
		if k&letter != 0 {
			run.add(r, k)
		} else if run.last != 0 {
			syllables += run.syllables()
			run = letters{}
		}
		if k&space != 0 {
			counted = false
		} else if !counted && k&(letter|digit) != 0 {
			words++
			counted = true
		}
	}
	if run.last != 0 {
		syllables += run.syllables()
	}
	return words, syllables
}

// letters is what the syllables of a run of letters are estimated from.
type letters struct {
	groups       int // of vowels
	before, last rune
	kind         kind // of the last
}

// add counts a vowel behind none as the bit that it is: no processor foresees
// where the vowels of a word stand, and asking would cost more than adding.
func (l *letters) add(r rune, k kind) {
	l.groups += int(k &^ l.kind & vowel)
	l.before, l.last, l.kind = l.last, r, k
}

func (l *letters) syllables() int {
	silent := (l.last == 'e' || l.last == 'E') && l.before != 'l' && l.before != 'L'
	if silent && l.groups > 1 {
		return l.groups - 1
	}
	return max(l.groups, 1)
}
