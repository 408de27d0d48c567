import type { numbers as english } from '../en/numbers.ts'
import type { SpanishOf } from './SpanishOf.ts'

export const numbers: SpanishOf<typeof english> = {
  title: 'Números',
  description:
    'Un número es donde te escriben los clientes. Los flujos responden en los números en los que se publican.',
  new: 'Conectar un número',
  empty: {
    title: 'Conecta tu primer número',
    help: 'Vincula un número de WhatsApp escaneando un código, o empieza con un número de pruebas: no necesita teléfono y lo muestra todo en la bandeja.',
  },
  channel: {
    whatsappWeb: 'WhatsApp Web',
    whatsappWebHelp:
      'Vincula el WhatsApp de tu teléfono, como hace WhatsApp en la web. No hace falta cuenta de Meta. No es la API oficial de WhatsApp, así que usa un número del que puedas prescindir.',
    sandbox: 'Pruebas',
    sandboxHelp:
      'Un número sin teléfono, para probar cosas: escribes como el cliente y lees las respuestas en la bandeja o por REST.',
  },
  status: {
    connected: 'Conectado',
    connecting: 'Conectando…',
    needsScan: 'Pendiente de vincular',
    disconnected: 'Apagado',
    loggedOut: 'Sesión cerrada',
    failed: 'No funciona',
  },
  help: {
    connected: 'Entran y salen mensajes.',
    connecting: 'Tarda unos segundos.',
    needsScan: 'Escanea el código con el teléfono que tiene este número de WhatsApp.',
    disconnected: 'No entra nada. Lo que envían los flujos espera hasta que lo conectes de nuevo.',
    loggedOut: 'El teléfono ha cerrado el vínculo. Vincúlalo de nuevo para seguir.',
    failed: 'Prueba a conectarlo de nuevo.',
  },
  reasons: {
    sandboxReady: 'Listo. Los mensajes se quedan dentro de Parley.',
    notConnectedYet: 'Aún no está conectado. Conéctalo para vincular un teléfono.',
    notAvailable:
      'Los números del canal {channel} se pueden preparar, pero esta versión no los conecta.',
    disconnected: 'Desconectado. Los mensajes por enviar esperan en la cola.',
    notOpened: 'No se pudo abrir la conexión. Mira el registro y vuelve a conectar.',
    connecting: 'Conectando con WhatsApp…',
    connected: 'Conectado a WhatsApp.',
    scan: 'Abre WhatsApp en el teléfono, ve a Dispositivos vinculados y escanea este código.',
    typeCode:
      'Abre WhatsApp en el teléfono, ve a Dispositivos vinculados, «Vincular con número de teléfono», y escribe {code}.',
    notScanned:
      'Nadie escaneó el código QR a tiempo. Pulsa «Conectar» para obtener otro cuando tengas el teléfono a mano.',
    linked: 'Vinculado. Iniciando sesión…',
    loggedOut:
      'WhatsApp ha cerrado la sesión de este número: el dispositivo se quitó en el teléfono. Pulsa «Conectar» y vuelve a escanear el código QR.',
    blocked:
      'WhatsApp ha bloqueado este número. Abre WhatsApp en el teléfono para ver por qué; volver a conectar antes lo empeora.',
    usedElsewhere:
      'Esta sesión se está usando en otro sitio. Se intentará una vez más dentro de un minuto; si otro programa usa este número, detenlo allí.',
    replaced:
      'Esta sesión se está usando en otro sitio. Detén el otro programa y pulsa «Conectar».',
    outdated:
      'WhatsApp pide una versión más nueva de su cliente web. Se volverá a intentar en unos minutos.',
    lost: 'Se perdió la conexión con WhatsApp. Se recupera sola; los mensajes esperan.',
    closed: 'WhatsApp cerró la conexión (código {code}). Se vuelve a intentar.',
    keepsClosing:
      'WhatsApp sigue cerrando la conexión (código {code}). Pulsa «Conectar» para volver a intentarlo.',
  },
  answeredBy: 'Responde',
  answeredByNobody: 'Aún no responde ningún flujo.',
  publishOne: 'Publicar uno',
  connect: 'Conectar',
  disconnect: 'Desconectar',
  link: 'Vincular teléfono',
  linkAgain: 'Vincular de nuevo',
  openInbox: 'Abrir en la bandeja',
  noPhone: 'Aún no se conoce el teléfono',
  keyStarts: 'Clave {prefix}…',
  renameTitle: 'Cambiar el nombre del número',
  name: 'Nombre',
  nameHelp: 'Para ti y tu equipo; por ejemplo, la tienda a la que pertenece.',
  namePlaceholder: 'Recepción',
  create: {
    title: 'Conectar un número',
    channel: '¿Qué tipo de número?',
    submit: 'Crear número',
    doneTitle: '«{name}» está listo',
    keyHelp:
      'Esta es la clave del número para la API REST. Solo se muestra ahora; guárdala si un desarrollador va a necesitarla. Puedes crear otra cuando quieras.',
    key: 'Clave de este número',
    later: 'Más tarde',
    linkNow: 'Vincular el teléfono',
    done: 'Listo',
  },
  replaceKey: 'Nueva clave de API…',
  replaceKeyTitle: '¿Crear una clave nueva para «{name}»?',
  replaceKeyHelp:
    'La clave anterior deja de servir al instante en todos los programas que la usan.',
  replaceKeySubmit: 'Crear clave nueva',
  newKeyTitle: 'Clave nueva de «{name}»',
  deleteTitle: '¿Eliminar «{name}»?',
  deleteHelp:
    'Se desconecta, los flujos dejan de responder en él y su clave deja de servir. El historial de sus conversaciones se conserva.',
  deleteSubmit: 'Eliminar número',
  disconnectTitle: '¿Desconectar «{name}»?',
  disconnectHelp:
    'Los mensajes de los clientes no llegan a Parley hasta que lo conectes de nuevo. Lo que envían los flujos espera en la cola.',
  disconnectSubmit: 'Desconectar',
  pair: {
    title: 'Vincular «{name}»',
    byCode: 'Escanear un código',
    byPhone: 'Con el número de teléfono',
    method: 'Cómo vincular',
    step1: 'Abre WhatsApp en el teléfono que tiene este número.',
    step2: 'Ve a <b>Ajustes</b> → <b>Dispositivos vinculados</b> → <b>Vincular un dispositivo</b>.',
    step3: 'Apunta con el teléfono a este código.',
    step3Phone: 'Elige <b>Vincular con número de teléfono</b> y escribe el código.',
    qr: 'Código QR para escanear con WhatsApp',
    expires: {
      one: 'Habrá un código nuevo en {count} segundo',
      other: 'Habrá un código nuevo en {count} segundos',
    },
    renewing: 'Viene un código nuevo…',
    starting: 'Pidiendo un código a WhatsApp…',
    phone: 'Número de teléfono',
    phoneHelp: 'Con prefijo de país, por ejemplo +34 612 345 678.',
    phonePlaceholder: '+34 612 345 678',
    getCode: 'Obtener un código',
    code: 'Escribe este código en el teléfono',
    connectedTitle: 'Vinculado',
    connected: '«{name}» está conectado. Publica un flujo en él y responderá.',
    stoppedTitle: 'No vinculado',
    retry: 'Reintentar',
  },
  sandbox: {
    like: 'Pruebas, como {channel}',
    settings: 'Ajustes de pruebas…',
    title: 'Número de pruebas «{name}»',
    imitates: 'Muestra los mensajes como en',
    imitatesHelp:
      'Lo que este canal no puede mostrar se ve como se vería allí: muchos botones se vuelven una lista, etc.',
    autoStatus: 'Entregar y leer automáticamente',
    autoStatusHelp:
      'Los mensajes enviados reciben sus marcas sin que nadie haga nada. Apagado: se quedan en enviados.',
    offline: 'Fingir que no hay conexión',
    offlineHelp: 'Para ver qué pasa cuando un número no está conectado: los mensajes esperan.',
    write: 'Escribir como cliente…',
    writeTitle: 'Escribir a «{name}» como cliente',
    writeHelp:
      'El mensaje llega como si esta persona lo hubiera enviado desde su teléfono. Las respuestas aparecen en la bandeja.',
    from: 'Teléfono del cliente',
    fromName: 'Nombre del cliente',
    text: 'Mensaje',
    send: 'Enviar',
    written: 'Enviado. Los flujos de este número responden en la bandeja.',
  },
  sending: {
    open: 'Cómo envía…',
    title: 'Cómo envía «{name}»',
    typing: 'Mostrar «escribiendo…» antes de los mensajes',
    typingHelp: 'Como haría una persona. Los mensajes llegan un momento después.',
    typingSpeed: 'Velocidad al escribir',
    slow: 'Lenta: hasta cuatro segundos',
    natural: 'Natural: un segundo más o menos',
    fast: 'Rápida: un instante',
    rate: 'Límite de velocidad',
    rateHelp: 'WhatsApp puede bloquear los números que envían mucho más rápido que una persona.',
    perSecond: { one: '{count} mensaje por segundo', other: '{count} mensajes por segundo' },
    choices: 'Botones y listas',
    choicesHelp:
      'Algunos teléfonos y WhatsApp en el ordenador no muestran lo que se puede tocar. El texto numerado se ve en todas partes y se responde con su número.',
    native: 'Para tocar',
    text: 'Como texto numerado',
  },
  channels: {
    'whatsapp-web': 'WhatsApp Web',
    'whatsapp-cloud': 'WhatsApp Cloud API',
    messenger: 'Messenger',
    instagram: 'Instagram',
    telegram: 'Telegram',
    sandbox: 'Pruebas (todo)',
  },
}
