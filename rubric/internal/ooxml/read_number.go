package ooxml

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// plainNumber writes a stored number in the fewest digits that mean it:
// programs store 2.7 as 2.7000000000000002. What is no number stays.
func plainNumber(stored string) string {
	f, ok := parse(stored)
	switch {
	case !ok || math.Abs(f) >= 1e21:
		return stored
	case f == 0:
		return "0"
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// parse reads a stored number; words such as NaN are none.
func parse(stored string) (float64, bool) {
	f, err := strconv.ParseFloat(stored, 64)
	return f, err == nil && strings.Trim(stored, "+-.0123456789eE") == ""
}

// Days are counted from the one before these. The calendar that begins in 1900
// has a 29th of February in that year, which never was.
var (
	epoch1900 = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	epoch1904 = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
)

const (
	phantomDay = 60        // 29 February 1900
	lastDay    = 2_958_465 // 31 December 9999
	secondsDay = 24 * 60 * 60
)

// date is the day of a serial number, with the time to the second where there
// is one; "" for a number that is no day.
func (r *Reader) date(stored string) string {
	serial, ok := parse(stored)
	if !ok || serial < 0 || serial > lastDay+1 {
		return ""
	}
	day := math.Floor(serial)
	seconds := int(math.Round(float64((serial - day) * secondsDay)))
	from := epoch1904
	if !r.from1904 {
		switch {
		case day < 1, day == phantomDay:
			return ""
		case day < phantomDay:
			day++
		}
		from = epoch1900
	}
	at := from.AddDate(0, 0, int(day)).Add(time.Duration(seconds) * time.Second)
	return withoutMidnight(at.Format("2006-01-02T15:04:05"))
}

// withoutMidnight shortens an ISO date and time to what it says: no time of
// 00:00, no seconds of 00.
func withoutMidnight(iso string) string {
	iso = strings.TrimSuffix(iso, "Z")
	day, clock, found := strings.Cut(iso, "T")
	if !found {
		return iso
	}
	clock = strings.TrimSuffix(clock, ".000")
	if strings.Count(clock, ":") == 2 {
		clock = strings.TrimSuffix(clock, ":00")
	}
	if clock == "00:00" {
		return day
	}
	return day + "T" + clock
}
