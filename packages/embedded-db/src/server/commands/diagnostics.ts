import { type Doc, isDoc } from '../../bson/values.ts'
import { findRows } from '../../engine/find.ts'
import { scan } from '../../engine/scan.ts'
import { validateCollection } from '../../engine/validate.ts'
import { badValue, namespaceNotFound } from '../../errors.ts'
import type { Plan } from '../../planner/plan.ts'
import { planQuery } from '../../planner/planner.ts'
import { type Command, collectionNameOf, type Request } from './command.ts'
import { SERVER_VERSION } from './handshake.ts'
import { queryOf } from './read.ts'

const BYTES_PER_MEGABYTE = 1024 * 1024

const serverStatus: Command = ({ services: { cursors, startedAt, connectionCount } }) => ({
  version: SERVER_VERSION,
  process: 'parley-embedded-db',
  pid: process.pid,
  uptime: Math.floor((Date.now() - startedAt) / 1000),
  connections: { current: connectionCount() },
  metrics: { cursor: { open: { total: cursors.size } } },
  storageEngine: { name: 'lmdb', persistent: true },
  mem: { resident: Math.round(process.memoryUsage.rss() / BYTES_PER_MEGABYTE) },
  localTime: new Date(),
  ok: 1,
})

/** Sizes are not kept per collection. */
const collStats: Command = (request) => {
  const name = collectionNameOf(request)
  const collection = request.services.database.catalog.get(request.databaseName, name)
  return {
    ns: `${request.databaseName}.${name}`,
    count: collection?.count ?? 0,
    nindexes: (collection?.indexes.length ?? -1) + 1,
    ok: 1,
  }
}

const dbStats: Command = ({ services: { database }, databaseName }) => {
  const collections = database.catalog.all().filter((one) => one.database === databaseName)
  return {
    db: databaseName,
    collections: collections.length,
    objects: collections.reduce((sum, { count }) => sum + count, 0),
    indexes: collections.reduce((sum, { indexes }) => sum + indexes.length + 1, 0),
    storageSize: database.store.sizeBytes(),
    ok: 1,
  }
}

const validate: Command = async (request) => {
  const { database } = request.services
  const name = collectionNameOf(request)
  const collection = database.catalog.get(request.databaseName, name)
  if (!collection) throw namespaceNotFound(`ns does not exist: ${request.databaseName}.${name}`)
  const { documents, keysPerIndex, errors } = await validateCollection(database, collection)
  return {
    ns: collection.namespace,
    valid: errors.length === 0,
    nrecords: documents,
    keysPerIndex,
    errors,
    ok: 1,
  }
}

const explain: Command = async (request) => {
  const { services, databaseName, body, deadline } = request
  const { database } = services
  if (!isDoc(body.explain)) throw badValue('explain needs a command')
  const [name = ''] = Object.keys(body.explain)
  const collectionName = collectionNameOf({ ...request, name, body: body.explain })
  const query = queryOf(selectionOf(name, body.explain))
  const collection = database.catalog.get(databaseName, collectionName)
  const plan = collection && planQuery(collection, query)
  const queryPlanner = {
    namespace: `${databaseName}.${collectionName}`,
    winningPlan: plan ? describePlan(plan) : { stage: 'EOF' },
  }
  if (body.verbosity === 'queryPlanner' || !collection || !plan) return { queryPlanner, ok: 1 }
  const startedAt = Date.now()
  let examined = 0
  for await (const rows of database.readInSlices(scan(database.store, collection, plan), deadline))
    examined += rows.length
  let returned = 0
  for await (const rows of database.readInSlices(findRows(database, collection, query), deadline))
    returned += rows.length
  const executionStats = {
    executionSuccess: true,
    nReturned: returned,
    executionTimeMillis: Date.now() - startedAt,
    totalKeysExamined: plan.index ? examined : 0,
    totalDocsExamined: examined,
  }
  return { queryPlanner, executionStats, ok: 1 }
}

/** Filter, sort and so on of the command to explain. */
function selectionOf(name: string, command: Doc): Doc {
  const [firstUpdate] = Array.isArray(command.updates) ? command.updates : []
  const [firstDelete] = Array.isArray(command.deletes) ? command.deletes : []
  const statement: unknown = firstUpdate ?? firstDelete
  if (isDoc(statement)) return { ...statement, limit: 0, filter: statement.q }
  if (name === 'aggregate' && Array.isArray(command.pipeline)) return leadingStages(command)
  return { ...command, filter: command.filter ?? command.query }
}

function leadingStages(command: Doc): Doc {
  const [first, second]: unknown[] = Array.isArray(command.pipeline) ? command.pipeline : []
  const match = isDoc(first) && isDoc(first.$match) ? first.$match : undefined
  const next = match ? second : first
  const sort = isDoc(next) && isDoc(next.$sort) ? next.$sort : undefined
  return { filter: match, sort, hint: command.hint }
}

/** In the form of MongoDB's classic plans, as far as clients and people look at it. */
function describePlan(plan: Plan): Doc {
  const source: Doc = {
    stage: plan.stage,
    ...(plan.index
      ? {
          indexName: plan.index.name,
          keyPattern: plan.index.key,
          isMultiKey: plan.index.isMultikey,
        }
      : {}),
    direction: plan.isReverse ? 'backward' : 'forward',
    ...(plan.branches
      ? { inputStages: plan.branches.map(describePlan) }
      : { ranges: plan.ranges.length }),
    isExact: plan.isExact,
  }
  return plan.isSorted ? source : { stage: 'SORT', inputStage: source }
}

export const diagnosticCommands: Record<string, Command> = {
  serverstatus: serverStatus,
  collstats: collStats,
  dbstats: dbStats,
  validate,
  explain,
  connectionstatus: ({ services, connection }: Request) => ({
    authInfo: {
      authenticatedUsers: connection.isAuthenticated
        ? [{ user: services.credentials.user, db: 'admin' }]
        : [],
      authenticatedUserRoles: [],
    },
    ok: 1,
  }),
}
