import type { flows as english } from '../en/flows.ts'
import type { SpanishOf } from './SpanishOf.ts'

export const flows: SpanishOf<typeof english> = {
  title: 'Flujos',
  description: 'Un flujo es una conversación que avanza sola. Publícalo en un número y responderá.',
  new: 'Nuevo flujo',
  import: 'Importar',
  search: 'Buscar flujos',
  filter: { label: 'Mostrar', all: 'Todos', published: 'Publicados', draft: 'Borradores' },
  count: { one: '{count} flujo', other: '{count} flujos' },
  untitled: 'Flujo sin título',
  openShort: 'Abrir',
  status: {
    published: 'Publicado',
    changed: 'Cambios sin publicar',
    draft: 'Borrador',
    errors: { one: '{count} problema', other: '{count} problemas' },
    warnings: { one: '{count} aviso', other: '{count} avisos' },
  },
  onNumbers: 'Responde en {numbers}',
  notPublished: 'Aún sin publicar',
  updated: 'Modificado {when}',
  steps: { one: '{count} paso', other: '{count} pasos' },
  empty: {
    title: 'Dibuja tu primera conversación',
    help: 'Toma un flujo completo y cambia sus palabras, o empieza con un lienzo en blanco. Puedes probarlo en el simulador antes de que lo vea ningún cliente.',
  },
  noMatch: {
    title: 'Ningún flujo coincide',
    help: 'Prueba con otra palabra o muestra todos los flujos.',
    reset: 'Mostrar todos los flujos',
  },
  gallery: {
    title: 'Nuevo flujo',
    help: 'Cada modelo está completo y funciona al instante. Cambia sus palabras y publícalo.',
    blank: 'Lienzo en blanco',
    blankHelp: 'Un inicio y nada más. Para cuando sabes lo que quieres.',
  },
  rename: { title: 'Cambiar el nombre del flujo', name: 'Nombre' },
  export: 'Exportar como JSON',
  exported: '{file} guardado',
  deleted: '«{name}» se ha eliminado',
  deleteTitle: '¿Eliminar «{name}»?',
  deletePublished: {
    one: 'Responde en {count} número. Al eliminarlo dejará de hacerlo al instante; las conversaciones en curso terminan.',
    other:
      'Responde en {count} números. Al eliminarlo dejará de hacerlo al instante; las conversaciones en curso terminan.',
  },
  deleteSubmit: 'Eliminar flujo',
  duplicated: 'Copiado como «{name}»',
  imported: '«{name}» importado',
  importedWithProblems: {
    one: '«{name}» importado con {count} problema. El editor muestra dónde.',
    other: '«{name}» importado con {count} problemas. El editor muestra dónde.',
  },
  importRefused:
    'Este archivo parece un flujo, pero algo en él falta o se ha cambiado. Expórtalo de nuevo. ({reason})',
  importTooLarge: 'Este archivo es más grande de lo que puede ser un flujo ({size}).',
}
