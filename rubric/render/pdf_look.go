package render

import (
	"rubrickit/rubric/internal/font"
	"rubrickit/rubric/internal/pdf"
	"rubrickit/rubric/internal/pdf/flow"
)

// The colours of a form on paper. All that is read is at least 4.5 times as
// dark or light as what is behind it, and borders 3 times.
var (
	colorInk    = pdf.Color{0.106, 0.129, 0.173}
	colorGrey   = pdf.Color{0.353, 0.388, 0.447}
	colorAccent = pdf.Color{0.075, 0.310, 0.361}
	colorBorder = pdf.Color{0.427, 0.463, 0.518}
	colorRule   = pdf.Color{0.780, 0.804, 0.835}
	colorTint   = pdf.Color{0.945, 0.957, 0.965}
	colorEntry  = pdf.Color{0.976, 0.980, 0.984}
	colorPaper  = pdf.Color{1, 1, 1}
)

// textSize is the size of a form's text, in points, and largePrint how much
// larger that and all else is in large print: 18 points.
const (
	textSize   = 9.6
	largePrint = 1.875
)

// pdfLook are the measures of a form, in points, and the styles of its texts.
type pdfLook struct {
	scale    float64 // 1, or more for large print
	headings []flow.Style
	text     flow.Style
	strong   flow.Style
	code     flow.Style
	small    flow.Style // of guidance, sources, tags
	label    flow.Style // of fields and columns
	choice   flow.Style // of what can be marked
	cell     flow.Style // of descriptors side by side
	inverse  flow.Style // of the head of a grid, on a dark ground
	footer   flow.Style
	fields   pdf.Look
	gap      float64 // between things side by side
	mark     float64 // the side of a button
	entry    float64 // the height of a field for one line
	hair     float64 // the width of thin lines

	emphasised map[*flow.Style]*flow.Style
}

// newPDFLook embeds the fonts and sets the styles.
func newPDFLook(d *pdf.Document, o Options) (*pdfLook, error) {
	regular, semibold, err := pdfFaces(d, o.Font)
	if err != nil {
		return nil, err
	}
	s := 1.0
	if o.Large {
		s = largePrint
	}
	style := func(faces []flow.Face, size, leading float64, c pdf.Color) flow.Style {
		return flow.Style{Faces: faces, Size: size * s, Leading: leading * s, Color: c}
	}
	return &pdfLook{
		scale:    s,
		headings: headingStyles(semibold, s),
		text:     style(regular, textSize, 12.6, colorInk),
		strong:   style(semibold, textSize, 12.6, colorInk),
		code:     style(semibold, textSize, 12.6, colorAccent),
		small:    style(regular, 8.5, 11, colorGrey),
		label:    style(semibold, 8.5, 10.6, colorGrey),
		choice:   style(regular, 9.2, 12, colorInk),
		cell:     style(regular, 9.2, 11.8, colorInk),
		inverse:  style(semibold, 9.2, 11.6, colorPaper),
		footer:   style(regular, 8, 10, colorGrey),
		fields: pdf.Look{
			Border: colorBorder, Fill: colorEntry, Sign: colorAccent, Ink: colorInk, Line: 0.8 * s, Size: textSize * s,
		},
		gap: 8 * s, mark: 12 * s, entry: 19 * s, hair: 0.5 * s,
		emphasised: map[*flow.Style]*flow.Style{},
	}, nil
}

// headingStyles are the styles of headings by level, in a scale: larger than the
// text, but not by all of the scale.
func headingStyles(faces []flow.Face, scale float64) []flow.Style {
	var out []flow.Style
	for _, h := range []struct {
		size  float64
		color pdf.Color
	}{{21, colorInk}, {13.5, colorAccent}, {11.5, colorInk}, {10.2, colorAccent}, {textSize, colorInk}} {
		size := scale*textSize + (1+scale)/2*(h.size-textSize)
		out = append(out, flow.Style{Faces: faces, Size: size, Leading: 1.2*size + scale, Color: h.color})
	}
	return out
}

// pdfFaces are the faces of regular and of bold text: those of a font of the
// user's choice first, then our own.
func pdfFaces(d *pdf.Document, chosen *Font) (regular, bold []flow.Face, err error) {
	own, err := font.Regular()
	if err != nil {
		return nil, nil, err
	}
	semibold, err := font.Semibold()
	if err != nil {
		return nil, nil, err
	}
	if chosen != nil {
		f := d.AddFont(chosen.file)
		regular = append(regular, flow.Face{Font: f})
		bold = append(bold, flow.Face{Font: f, Heavy: true})
	}
	d.UseEntryFont(own)
	regular = append(regular, flow.Face{Font: d.AddFont(own)})
	bold = append(bold, flow.Face{Font: d.AddFont(semibold)})
	return regular, bold, nil
}

// The margins of a page; the lower one has the footer.
const (
	marginSide   = 50
	marginTop    = 46
	marginBottom = 54
	largeMargin  = 36 // beside large print, which needs the width
)

// sheet is a page on a paper.
func (l *pdfLook) sheet(p Paper) flow.Sheet {
	side := float64(marginSide)
	if l.scale > 1 {
		side = largeMargin
	}
	return flow.Sheet{Width: p.width, Height: p.height, Left: side, Right: side, Top: marginTop, Bottom: marginBottom * (1 + l.scale) / 2}
}

// indent is where words behind a button begin.
func (l *pdfLook) indent() float64 { return l.mark + 0.6*l.gap }

// heading is the style of a heading by its level, 1 for the title.
func (l *pdfLook) heading(level int) *flow.Style {
	return &l.headings[min(level, len(l.headings))-1]
}

// emphasis is a style with an underline, the same one each time.
func (l *pdfLook) emphasis(s *flow.Style) *flow.Style {
	if l.emphasised[s] == nil {
		underlined := *s
		underlined.Underline = true
		l.emphasised[s] = &underlined
	}
	return l.emphasised[s]
}

// bold is a style in the bold face, of the same size.
func (l *pdfLook) bold(s *flow.Style) *flow.Style {
	if s == &l.text {
		return &l.strong
	}
	return s
}
