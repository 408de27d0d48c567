import type { Client } from '../client.ts'
import type { BinaryNode } from '../wire/node.ts'

/** Answers one kind of request. It must answer or refuse: clients wait for a minute otherwise. */
export type RequestHandler = (request: BinaryNode, client: Client) => void | Promise<void>

/** The requests of one namespace, by type and first child: `get/count`; `get/` has no child. */
export type NamespaceHandlers = Record<string, RequestHandler>
