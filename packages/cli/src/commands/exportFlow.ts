import { flow as flowSchema, toFlowFile } from '@parley/shared/api'
import { writeText } from '../flows/writeText.ts'
import { CONNECTION_HELP, CONNECTION_OPTIONS, connect } from '../server/connection.ts'
import { type Command, onlyPositional, readArguments } from './command.ts'

export const exportFlow: Command = {
  summary: 'Writes the draft of a flow into a file',
  help: `parley export <flow id> [--output <file>]

  --output  The file; without it, the flow is printed.
${CONNECTION_HELP}`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      ...CONNECTION_OPTIONS,
      output: { type: 'string', short: 'o' },
    })
    const flowId = onlyPositional(positionals, 'flow by its id')
    const server = connect(values, terminal)
    const path = `/api/v1/flows/${encodeURIComponent(flowId)}`
    const text = toFlowFile(await server.request(flowSchema, 'GET', path))
    if (values.output === undefined) terminal.print(text.trimEnd())
    else await writeText(values.output, text)
    return 0
  },
}
