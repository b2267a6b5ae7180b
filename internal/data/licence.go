package data

// licences are those that the site may publish data under, by SPDX id.
var licences = []license{
	{"CC0-1.0", "Creative Commons CC0 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/"},
	{"CC-BY-4.0", "Creative Commons Attribution 4.0 International", "https://creativecommons.org/licenses/by/4.0/"},
	{"CC-BY-SA-4.0", "Creative Commons Attribution-ShareAlike 4.0 International", "https://creativecommons.org/licenses/by-sa/4.0/"},
	{"ODC-By-1.0", "Open Data Commons Attribution License 1.0", "https://opendatacommons.org/licenses/by/1-0/"},
	{"PDDL-1.0", "Open Data Commons Public Domain Dedication and License 1.0", "https://opendatacommons.org/licenses/pddl/1-0/"},
}

// Licences lists the SPDX ids that a schema's licence may name.
func Licences() []string {
	ids := make([]string, len(licences))
	for i, l := range licences {
		ids[i] = l.Name
	}
	return ids
}

func licence(id string) (license, bool) {
	for _, l := range licences {
		if l.Name == id {
			return l, true
		}
	}
	return license{}, false
}
