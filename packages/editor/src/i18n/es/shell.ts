import type { shell as english } from '../en/shell.ts'
import type { SpanishOf } from './SpanishOf.ts'

export const shell: SpanishOf<typeof english> = {
  nav: {
    label: 'Principal',
    flows: 'Flujos',
    inbox: 'Bandeja',
    numbers: 'Números',
    contacts: 'Contactos',
    templates: 'Plantillas',
    developers: 'Desarrollo',
    settings: 'Ajustes',
    more: 'Más',
  },
  unread: {
    one: '{count} conversación sin leer',
    other: '{count} conversaciones sin leer',
  },
  skipToContent: 'Ir al contenido',
  workspace: {
    label: 'Espacio de trabajo {name}. Cambiar de espacio',
    heading: 'Espacios de trabajo',
    create: 'Nuevo espacio de trabajo…',
    createTitle: 'Nuevo espacio de trabajo',
    createHelp: 'Un espacio de trabajo tiene sus propios flujos, números, contactos y miembros.',
    name: 'Nombre',
    namePlaceholder: 'Panadería La Esquina',
    noneTitle: 'No estás en ningún espacio de trabajo',
    noneHelp: 'Un propietario puede invitarte al suyo, o puedes crear uno tuyo.',
  },
  user: {
    label: 'Tu cuenta',
    profile: 'Perfil y contraseña',
    theme: 'Tema',
    logout: 'Cerrar sesión',
  },
  theme: {
    light: 'Claro',
    dark: 'Oscuro',
    system: 'Como el sistema',
  },
  language: {
    label: 'Idioma',
    changed: 'El idioma ahora es {language}.',
    failed: 'No se ha podido cargar el idioma. Revisa tu conexión y reinténtalo.',
  },
  connection: {
    offline:
      'No tienes conexión. Lo que ves puede no estar al día; para cambiar algo hace falta conexión.',
    lost: 'Las novedades en directo se han interrumpido. Conectando de nuevo…',
  },
  commands: {
    open: 'Buscar o ir a…',
    title: 'Comandos',
    placeholder: 'Ir a una página, un flujo o un número…',
    empty: 'No se ha encontrado nada. Prueba con otra palabra.',
    recent: 'Recientes',
    go: 'Ir a',
    flows: 'Flujos',
    numbers: 'Números',
    do: 'Hacer',
    newFlow: 'Crear un flujo',
    newNumber: 'Conectar un número',
    themeTo: 'Tema: {theme}',
    languageTo: 'Idioma: {language}',
  },
}
