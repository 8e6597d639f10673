// Command rubric validates, renders, scores and compares competency frameworks.
package main

import (
	"os"

	"rubrickit/cmd/rubric/internal/cli"
)

func main() { os.Exit(cli.Main()) }
