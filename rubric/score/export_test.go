package score

import "rubrickit/rubric"

// ComputeStepByStep is Compute without a lead.
func ComputeStepByStep(f *rubric.Framework, p *Policy, b *rubric.Book) (*Result, error) {
	j, err := prepare(f, p, b)
	if err != nil {
		return nil, err
	}
	j.lead = nil
	return j.compute()
}

// StepsOfLead tells how many steps of a policy a lead takes.
func StepsOfLead(f *rubric.Framework, p *Policy, b *rubric.Book) (int, error) {
	j, err := prepare(f, p, b)
	if err != nil || j.lead == nil {
		return 0, err
	}
	return j.lead.steps, nil
}
