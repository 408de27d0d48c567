import type { server as english } from '../en/server.ts'
import type { SpanishOf } from './SpanishOf.ts'

export const server: SpanishOf<typeof english> = {
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
  sentences: {
    alreadyMember: '{email} ya es miembro',
    noOwnerLeft:
      'Un espacio de trabajo necesita un propietario. Haz propietaria a otra persona antes',
    hasAccount: 'Esta dirección ya tiene cuenta. Inicia sesión y vuelve a abrir la invitación',
    reserved: 'Quien administra el servidor ha reservado la primera cuenta para otra dirección',
    invitationGone: 'Esta invitación ya no es válida. Pide otra',
    byInvitation:
      'Solo se puede crear una cuenta con invitación. Pídesela a un propietario del espacio de trabajo',
    otherInvitation: 'Esta invitación es para otra dirección',
    stillUnlinking: 'El número todavía se está desconectando. Inténtalo de nuevo en un momento',
    linkedAlready: 'Este número ya está vinculado',
    noPairingCode:
      'WhatsApp no dio ningún código para {phone}; revisa el número o escanea el código QR',
    templateExists: 'Ya hay una plantilla {name} en {language}',
    tooLateToCancel: 'Ya es tarde: el mensaje salió de la cola',
    waitingAlready: 'Esta entrega ya está esperando a enviarse',
    keyExpired: 'Esta clave ha caducado. Crea otra',
    tooManyWebhooks: 'Un espacio de trabajo puede tener {count} webhooks; elimina alguno',
    tooManyScheduled: 'Ya hay {count} publicaciones programadas de este flujo. Cancela una antes',
    cancelledAlready: 'Ya se había cancelado',
    nothingToTry:
      'La versión {version} ya responde allí a todo el mundo, así que no hay nada que probar. Cambia antes el flujo',
    flowChanged:
      'El flujo ha cambiado: ahora va por la revisión {revision}. Cárgalo e inténtalo de nuevo',
    emptyFile: 'El archivo está vacío',
    uploadEnded: 'La subida terminó antes de tiempo',
    notEmail: 'debe ser un correo electrónico',
    invitedOnly: 'debe ser la dirección que recibió la invitación',
    notPhone: 'debe ser un teléfono con prefijo de país',
    notPhoneOrGroup: 'debe ser un teléfono (cifras, con o sin +) o el id de un grupo',
    notHttp: 'debe ser una dirección http o https',
    notWord: 'debe ser una palabra de letras, cifras, _ y -',
    notTemplateName: 'solo puede tener minúsculas, cifras y guiones bajos',
    notTimeZone: 'no es una zona horaria, como Europe/Berlin',
    notVisible: 'debe tener alguna letra, cifra o signo visible',
    notFuture: 'debe estar en el futuro',
    notWithinYear: 'debe caer dentro de un año',
    linkGone: 'ya no es válido; pide otro enlace',
    wrong: 'no es correcto',
  },
  failures: {
    transient: 'WhatsApp o la red tuvieron problemas.',
    ambiguous: 'No es seguro que haya salido, así que no se envió otra vez.',
    rateNumber: 'El número envió demasiado en poco tiempo.',
    ratePair: 'Esta persona recibió demasiados mensajes en poco tiempo.',
    offline: 'El número no estaba conectado.',
    quality: 'La plataforma retiene los mensajes de este número.',
    windowClosed:
      'La persona lleva demasiado tiempo sin escribir; solo le puede llegar una plantilla.',
    recipientGone: 'No se puede contactar con nadie en esta dirección.',
    optedOut: 'Esta persona no quiere recibir mensajes.',
    template: 'Hay algo mal en la plantilla.',
    media: 'No se pudo enviar el archivo.',
    auth: 'La sesión del número ya no es válida.',
    permission: 'El número no tiene permiso para enviar esto.',
    invalid: 'La plataforma no acepta este mensaje.',
  },
}
