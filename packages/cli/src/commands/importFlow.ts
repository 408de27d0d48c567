import path from 'node:path'
import { isPublishable } from '@parley/shared'
import { type FlowDetails, type FlowFile, flow as flowSchema, savedDraft } from '@parley/shared/api'
import { describeReport } from '../flows/describeReport.ts'
import { readImport } from '../flows/readImport.ts'
import { CONNECTION_HELP, CONNECTION_OPTIONS, connect } from '../server/connection.ts'
import type { Server } from '../server/Server.ts'
import { type Command, onlyPositional, readArguments } from './command.ts'

export const importFlow: Command = {
  summary: 'Makes a flow from a file, or replaces the draft of one',
  help: `parley import <file> [--flow <flow id>] [--name <name>] [--json]

The file is a flow of Parley, or one that Typebot exported (versions 3 to 6): then it says what became of each block.
The draft is stored even when it could not be published. Nothing is published.

  --flow    Replaces the draft of this flow; without it, a new flow is made.
  --name    Name of the new flow; the one in the file otherwise.
  --json    Prints one JSON object: flowId, revision, publishable, problems, and report for a file of Typebot.
${CONNECTION_HELP}`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      ...CONNECTION_OPTIONS,
      flow: { type: 'string' },
      name: { type: 'string' },
      json: { type: 'boolean' },
    })
    const file = onlyPositional(positionals, 'file')
    const server = connect(values, terminal)
    const { report, ...read } = await readImport(file)
    const stored =
      values.flow === undefined
        ? await create(server, read, values.name ?? read.name ?? path.parse(file).name)
        : await replaceDraft(server, read, values.flow)
    const { flowId, problems } = stored
    const publishable = isPublishable(problems)
    const hint = publishable ? '' : ` It cannot be published yet: see "parley lint ${file}".`
    if (values.json) {
      terminal.print(JSON.stringify({ ...stored, publishable, ...(report && { report }) }))
      return 0
    }
    if (report) terminal.print(describeReport(report))
    terminal.print(`Stored as ${flowId}.${hint}`)
    return 0
  },
}

interface Stored {
  readonly flowId: string
  readonly revision: number
  readonly problems: FlowDetails['problems']
}

async function create(
  server: Server,
  { description, draft }: FlowFile,
  name: string,
): Promise<Stored> {
  const { id, revision, problems } = await server.request(flowSchema, 'POST', '/api/v1/flows', {
    name,
    ...(description !== undefined && { description }),
    draft,
  })
  return { flowId: id, revision, problems }
}

async function replaceDraft(server: Server, { draft }: FlowFile, flowId: string): Promise<Stored> {
  const address = `/api/v1/flows/${encodeURIComponent(flowId)}`
  const now = await server.request(flowSchema, 'GET', address)
  const { revision, problems } = await server.request(savedDraft, 'PUT', `${address}/draft`, {
    revision: now.revision,
    draft,
  })
  return { flowId, revision, problems }
}
