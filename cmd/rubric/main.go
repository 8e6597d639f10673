// Command rubric validates, renders, scores and compares competency frameworks.
package main

import (
	"context"
	"os"

	"rubrickit/cmd/rubric/internal/cli"
)

func main() { os.Exit(cli.Run(context.Background(), os.Args[1:], cli.SystemEnv())) }
