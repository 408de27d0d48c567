/** What a command has of the outside: streams and variables. Tests give their own. */
export interface Terminal {
  /** Results, for people or for the next program. */
  print(text: string): void
  /** Progress and errors, so that results stay clean. */
  printError(text: string): void
  readonly env: Readonly<Record<string, string | undefined>>
}

export const processTerminal: Terminal = {
  print: (text) => void process.stdout.write(`${text}\n`),
  printError: (text) => void process.stderr.write(`${text}\n`),
  env: process.env,
}
