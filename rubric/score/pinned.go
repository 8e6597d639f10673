package score

// Framework returns the id and the version of the framework that the policy
// is written for; "" where it leaves them open.
func (p *Policy) Framework() (id, version string) {
	if p.pin == nil {
		return "", ""
	}
	return p.pin.id.text, p.pin.version.text
}
