package record

import (
	"reflect"
	"slices"

	"go.yaml.in/yaml/v4"

	"sharingthecost/internal/diag"
)

// An Over is a mapping of keys that stand in for those of the record around it: what one
// view of the record says otherwise. [ReadOver] reads the record as it is with them.
type Over struct {
	At diag.Pos

	node, record *yaml.Node // the mapping, and that of the record
	firstLine    int
}

// ReadOver reads a record anew, as an Over of it has it: with its keys, with those of the
// record that it does not name, and without the key that the Over lies in.
func ReadOver(src *diag.Source, over Over, into any) diag.List {
	r := reader{src: src, firstLine: over.firstLine, form: NewForm()}
	merged := &yaml.Node{Kind: yaml.MappingNode, Line: over.node.Line, Column: over.node.Column, Content: slices.Clone(over.node.Content)}
	for i := 0; i+1 < len(over.record.Content); i += 2 {
		key, value := over.record.Content[i], over.record.Content[i+1]
		if !hasKey(over.node, key.Value) && !holds(value, over.node) {
			merged.Content = append(merged.Content, key, value)
		}
	}
	r.value(merged, reflect.ValueOf(into).Elem(), "the record")
	return r.problems
}

// over fills an Over, whose keys are judged when the record is read with them.
func (r *reader) over(n *yaml.Node, o *Over, what string) {
	if n.Kind != yaml.MappingNode {
		r.report(r.at(n), what+" must be a mapping", "write the keys that differ, each with its value")
		return
	}
	*o = Over{r.at(n), n, r.whole, r.firstLine}
}

func hasKey(n *yaml.Node, key string) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return true
		}
	}
	return false
}

// holds reports whether a node is within another.
func holds(n, within *yaml.Node) bool {
	return n == within || slices.ContainsFunc(n.Content, func(c *yaml.Node) bool { return holds(c, within) })
}
