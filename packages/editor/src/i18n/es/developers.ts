import type { developers as english } from '../en/developers.ts'
import type { SpanishOf } from './SpanishOf.ts'

export const developers: SpanishOf<typeof english> = {
  title: 'Desarrollo',
  description: 'Envía mensajes desde tus propios programas y entérate de lo que pasa en Parley.',
  sections: {
    label: 'Para desarrolladores',
    api: 'API',
    keys: 'Claves',
    webhooks: 'Webhooks',
    queue: 'Cola',
  },
  wholeWorkspace: 'Todo el espacio de trabajo',
  allNumbers: 'Todos los números',
  deletedNumber: 'Un número eliminado',
  actionsOf: 'Acciones para {name}',
  api: {
    title: 'Envía tu primer mensaje',
    help: 'Todo lo que puedes hacer en Parley también lo puede hacer un programa: por HTTP, con JSON.',
    settings: 'Completa los ejemplos',
    number: 'Número',
    numberHelp: 'Los ejemplos envían con este.',
    noNumber: 'Aún ninguno',
    noNumberTitle: 'Aún no tienes ningún número',
    noNumberHelp:
      'Los ejemplos muestran un marcador en su lugar. <link>Conecta un número</link>; uno de pruebas tarda un segundo y no necesita teléfono.',
    toHelp: 'Con prefijo de país, por ejemplo +34 612 345 678.',
    to: 'Teléfono del cliente',
    key: 'Clave',
    keyPlaceholder:
      'Los ejemplos dicen YOUR_KEY donde va la clave. Crea una y la llevarán hasta que recargues la página.',
    keyReady: 'Los ejemplos llevan la clave «{name}» que acabas de crear.',
    keyOther:
      'La clave «{name}» que acabas de crear es de otro número, así que los ejemplos dicen YOUR_KEY.',
    makeKey: 'Crear una clave',
    language: 'Lenguaje de los ejemplos',
    languages: { curl: 'curl', javascript: 'JavaScript' },
    examples: 'Ejemplos',
    example: {
      text: 'Enviar un texto',
      buttons: 'Enviar botones',
      template: 'Enviar una plantilla',
      read: 'Leer mensajes',
      webhook: 'Crear un webhook',
    },
    exampleHelp: {
      text: 'Con la cabecera Idempotency-Key, repetir tras un error de red no envía nada dos veces.',
      buttons:
        'Lo que un canal no puede mostrar se convierte en lo que sí: los botones, en una lista numerada.',
      template: 'Un mensaje de tus <link>plantillas</link>, con los huecos rellenos.',
      read: 'Primero lo más reciente, lo que llegó y lo que salió. El «next» de la respuesta va en ?cursor= para la página siguiente.',
      webhook: 'Parley llama a la dirección cada vez que un cliente escribe.',
    },
    tryIt: 'Pruébalo',
    tryHelp:
      'Envía ahora el ejemplo de texto, desde esta página, y muestra lo que responde el servidor.',
    tryOnlySandbox:
      'Elige arriba un número de pruebas: con cualquier otro lo recibiría una persona real.',
    tryNeedsPhone:
      'Escribe arriba el teléfono del cliente. En un número de pruebas vale cualquiera.',
    trySend: 'Enviarlo ahora',
    tryAnswer: 'La respuesta del servidor',
    tryInbox: 'Verlo en la bandeja',
    credentials: 'Credenciales',
    credentialsHelp:
      'Cuatro formas de demostrar quién pregunta. Los programas suelen querer claves.',
    credential: {
      workspace: 'Clave del espacio de trabajo',
      workspaceHelp:
        'Empieza por whm_. Puede usar todos los números, hasta donde lo permitas. Se crea en <link>Claves</link>.',
      number: 'Clave de un número',
      numberHelp:
        'Empieza por parley_key_. Cada número tiene una, y no puede hacer nada con los demás. Se muestra al crear el número.',
      instance: 'Id de instancia y token',
      instanceHelp:
        'Para programas que llaman instancias a los números; el token va en la dirección. Cada número tiene uno.',
      token: 'Token personal',
      tokenHelp:
        'Empieza por parley_pat_. Puede hacer lo mismo que tú y termina cuando te vas. Se crea en tus <link>ajustes</link>.',
    },
    sentAs: 'Se envía como',
    dialects: '¿Vienes de otro producto?',
    dialectsHelp:
      'Parley entiende las palabras de cinco API. Apunta tu programa a este servidor, dale una clave y deja lo demás como está.',
    dialect: {
      chatApi: 'Chat API',
      sessionApi: 'Session API',
      whautoChat: 'WhautoChat',
      instanceApi: 'Instance API (chat-api.com)',
      whatomate: 'whatomate',
    },
    dialectHelp: {
      chatApi: 'Las rutas bajo /api/v1/messages y /api/v1/contacts.',
      sessionApi:
        'Allí los números son sesiones. Con la clave de un número, sessionId se puede omitir.',
      whautoChat: 'Las rutas bajo /v1/messages; la clave va en x-api-key.',
      instanceApi:
        'Allí los números son instancias; el id y el token de cada una están en <link>Claves</link>.',
      whatomate: 'Las rutas bajo /api/messages y /api/contacts; la clave va en X-API-Key.',
    },
    reference: 'Referencia',
    referenceHelp: 'Todas las rutas con todos sus campos, y un formulario para probar cada una.',
    docs: 'Abrir la referencia',
    openApi: 'Descripción OpenAPI',
    openApiHelp: 'Para herramientas que generan clientes a partir de ella.',
  },
}
