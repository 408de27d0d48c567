import type { errors as english } from '../en/errors.ts'
import type { SpanishOf } from './SpanishOf.ts'

export const errors: SpanishOf<typeof english> = {
  noConnection: 'No se ha podido contactar con el servidor. Revisa tu conexión y reinténtalo.',
  status: 'El servidor ha respondido con un error ({status}). Reinténtalo en un momento.',
  contract:
    'El servidor y esta página no se entienden ({path}). Recarga la página para obtener la última versión.',
  unexpected: 'Algo ha fallado en esta página',
  unexpectedHelp:
    'Tu trabajo está a salvo en el servidor. Recarga la página; si vuelve a ocurrir, avisa a quien administra este Parley.',
  details: 'Detalles técnicos',
  reload: 'Recargar la página',
  loadFailed: 'No se ha podido cargar',
  notFound: 'Aquí no hay nada',
  notFoundHelp: 'Puede que la dirección tenga un error o que se haya eliminado lo que había.',
  goHome: 'Ir a tus flujos',
  codes: {
    FORBIDDEN: 'No tienes permiso para hacer esto.',
    NOT_FOUND: 'Ya no está ahí.',
    SESSION_NOT_FOUND: 'Este número ya no está.',
    SESSION_DISCONNECTED: 'El número no está conectado.',
    PAYLOAD_TOO_LARGE: 'Es demasiado grande.',
    UNSUPPORTED_MEDIA_TYPE: 'No se aceptan archivos de este tipo.',
    INTERNAL_ERROR: 'Algo ha fallado en el servidor. Reinténtalo en un momento.',
  },
  invalid: 'No se puede aceptar: {reasons}',
  tooMany: {
    one: 'Demasiados intentos. Espera {count} segundo y reinténtalo.',
    other: 'Demasiados intentos. Espera {count} segundos y reinténtalo.',
  },
}
