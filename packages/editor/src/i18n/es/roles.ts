import type { roles as english } from '../en/roles.ts'
import type { SpanishOf } from './SpanishOf.ts'

export const roles: SpanishOf<typeof english> = {
  owner: 'Propietario',
  ownerHelp: 'Todo, incluidos los miembros y los ajustes.',
  editor: 'Editor',
  editorHelp: 'Crea flujos, conecta números y responde conversaciones.',
  agent: 'Agente',
  agentHelp: 'Responde conversaciones y edita contactos.',
  viewer: 'Lector',
  viewerHelp: 'Mira y no cambia nada.',
}
