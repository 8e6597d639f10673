package cli

import (
	"fmt"
	"io"
	"sync"
	"time"

	"rubrickit/rubric/ratings"
)

// progress tells on a terminal's standard error what is being done, once the
// work has taken a while. Nothing that is written anywhere else depends on it.
type progress struct {
	out   io.Writer // nil for nobody
	now   func() time.Time
	since time.Time
	end   chan struct{}

	mu    sync.Mutex
	what  string
	done  int64 // bytes
	drawn bool  // a line stands on the terminal
}

const (
	patience = 2 * time.Second        // work that takes less shows nothing
	redraw   = 200 * time.Millisecond // between two looks at it
)

// startProgress begins to watch some work; stop ends it.
func startProgress(env Env) *progress {
	p := &progress{now: time.Now, since: time.Now(), end: make(chan struct{})}
	if env.Progress {
		p.out = env.Stderr
		go p.run()
	}
	return p
}

func (p *progress) run() {
	ticker := time.NewTicker(redraw)
	defer ticker.Stop()
	for {
		select {
		case <-p.end:
			return
		case <-ticker.C:
			p.draw()
		}
	}
}

// step says what is done next.
func (p *progress) step(what string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.what, p.done = what, 0
}

// add counts bytes of the present step.
func (p *progress) add(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done += int64(n)
}

// eraseLine goes to the beginning of the line and erases it.
const eraseLine = "\r\x1b[K"

// draw writes the line anew, if the work has taken long enough.
func (p *progress) draw() {
	p.mu.Lock()
	defer p.mu.Unlock()
	took := p.now().Sub(p.since)
	if p.out == nil || took < patience || p.what == "" {
		return
	}
	p.drawn = true
	line := p.what
	if p.done > 0 {
		line += ", " + sizeWords(p.done)
	}
	fmt.Fprintf(p.out, "%s%s … %d s", eraseLine, line, int(took.Seconds()))
}

// stop ends the watch and leaves no line behind.
func (p *progress) stop() {
	close(p.end)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.drawn {
		fmt.Fprint(p.out, eraseLine)
	}
	p.out = nil
}

// sizeWords writes a number of bytes for a person: "1.5 GB", of 1000³ bytes.
func sizeWords(n int64) string {
	unit, units := int64(1_000_000), "MB"
	if n >= 1_000_000_000 {
		unit, units = 1_000_000_000, "GB"
	}
	tenths := n * 10 / unit
	return fmt.Sprintf("%d.%d %s", tenths/10, tenths%10, units)
}

// watch returns the files such that reading them is told.
func (p *progress) watch(files []ratings.File) []ratings.File {
	out := make([]ratings.File, len(files))
	for i, file := range files {
		name := "reading " + file.Name
		if len(files) > 1 {
			name += fmt.Sprintf(" (%d of %d)", i+1, len(files))
		}
		out[i] = ratings.File{Name: file.Name, Open: func() (io.ReadCloser, error) {
			in, err := file.Open()
			if err != nil {
				return nil, err
			}
			p.step(name)
			return watched{in, p}, nil
		}}
	}
	return out
}

// watched is a file whose bytes are counted.
type watched struct {
	io.ReadCloser
	progress *progress
}

// Read reads, and counts what was read.
func (w watched) Read(b []byte) (int, error) {
	n, err := w.ReadCloser.Read(b)
	w.progress.add(n)
	return n, err
}
