import type { nodes as english } from '../en/nodes.ts'
import { actionForms } from './nodeForms/actionForms.ts'
import { canvasForms } from './nodeForms/canvasForms.ts'
import { everyForm } from './nodeForms/everyForm.ts'
import { logicForms } from './nodeForms/logicForms.ts'
import { messageForms } from './nodeForms/messageForms.ts'
import { questionForms } from './nodeForms/questionForms.ts'
import { startForm } from './nodeForms/startForm.ts'
import type { SpanishOf } from './SpanishOf.ts'

export const nodes: SpanishOf<typeof english> = {
  groups: {
    start: 'Inicio',
    messages: 'Mensajes',
    questions: 'Preguntas',
    logic: 'Lógica',
    actions: 'Acciones',
    canvas: 'En el lienzo',
  },
  unknown: 'Paso desconocido',
  types: {
    start: {
      title: 'Inicio',
      hint: 'Lo que inicia el flujo: una palabra clave, un primer mensaje, cualquier mensaje',
      keywords: 'disparador palabra clave empezar entrada start trigger',
    },
    text: {
      title: 'Texto',
      hint: 'Enviar un mensaje de texto',
      keywords: 'mensaje decir escribir enviar text message',
    },
    media: {
      title: 'Multimedia',
      hint: 'Enviar una foto, un vídeo, una nota de voz o un archivo',
      keywords: 'imagen foto vídeo audio voz documento archivo pdf sticker media',
    },
    buttons: {
      title: 'Botones',
      hint: 'Preguntar con botones; cada uno lleva por su camino',
      keywords: 'menú respuesta rápida opciones elegir buttons menu',
    },
    list: {
      title: 'Lista',
      hint: 'Preguntar con una lista que se abre; hasta diez opciones',
      keywords: 'menú opciones filas secciones elegir list',
    },
    ctaUrl: {
      title: 'Botón de enlace',
      hint: 'Enviar un mensaje con un botón que abre una página web',
      keywords: 'url web sitio cta enlace abrir link',
    },
    template: {
      title: 'Plantilla',
      hint: 'Enviar un mensaje con una plantilla aprobada por WhatsApp',
      keywords: 'aprobada empresa marketing utilidad template',
    },
    location: {
      title: 'Ubicación',
      hint: 'Enviar un lugar del mapa',
      keywords: 'mapa dirección lugar sitio location',
    },
    question: {
      title: 'Pregunta',
      hint: 'Pedir un texto, número, correo, teléfono, fecha u opción y guardar la respuesta',
      keywords:
        'preguntar respuesta recoger formulario variable número correo teléfono fecha question',
    },
    condition: {
      title: 'Condición',
      hint: 'Seguir caminos distintos según lo que sabes',
      keywords: 'si sino rama regla filtro if else condition',
    },
    setVariable: {
      title: 'Fijar variable',
      hint: 'Guardar un valor para más tarde',
      keywords: 'asignar valor calcular guardar set variable',
    },
    delay: {
      title: 'Espera',
      hint: 'Esperar un tiempo, o hasta una hora del día',
      keywords: 'esperar pausa dormir después temporizador delay wait',
    },
    goTo: {
      title: 'Ir a',
      hint: 'Saltar a otro paso sin una línea que cruce el lienzo',
      keywords: 'saltar bucle volver go to jump',
    },
    httpRequest: {
      title: 'Petición HTTP',
      hint: 'Preguntar a otro sistema o contarle algo',
      keywords: 'api webhook rest llamada integración http request',
    },
    handover: {
      title: 'Traspaso',
      hint: 'Dejar que una persona atienda la conversación',
      keywords: 'humano agente soporte equipo bandeja persona handover',
    },
    end: {
      title: 'Fin',
      hint: 'Terminar aquí el flujo',
      keywords: 'parar terminar adiós end',
    },
    note: {
      title: 'Nota',
      hint: 'Un comentario para quien trabaje en el flujo',
      keywords: 'comentario nota adhesiva apunte note',
    },
    section: {
      title: 'Sección',
      hint: 'Una zona de color para pasos que van juntos',
      keywords: 'grupo marco zona color plegar',
    },
  },
  handles: {
    next: 'Siguiente',
    anyOther: 'Cualquier otra respuesta',
    invalid: 'Demasiadas respuestas erróneas',
    noReply: 'Sin respuesta',
    otherwise: 'Si no',
    success: 'Éxito',
    failure: 'Fallo',
    timeout: 'Sin respuesta a tiempo',
    resolved: 'Cuando se resuelva',
    branch: 'Rama {number}',
    untitled: 'Sin título',
  },
  card: {
    emptyText: 'Escribe el mensaje…',
    emptyQuestion: 'Escribe la pregunta…',
    noTriggers: 'Solo se inicia a mano o por la API',
    keyword: 'Palabra clave',
    firstMessage: 'Primer mensaje de todos',
    anyMessage: 'Cualquier mensaje',
    moreWords: { one: 'y {count} más', other: 'y {count} más' },
    chooseFile: 'Elige un archivo',
    fromUrl: 'De {url}',
    savedAs: 'Guardada como',
    noLink: 'Añade la dirección web',
    chooseTemplate: 'Indica la plantilla',
    setLocation: 'Indica el lugar',
    waits: 'Espera {time}',
    waitsUntil: 'Espera hasta las {time}',
    onDays: 'los {days}',
    goesTo: 'Va a {name}',
    chooseNode: 'Elige el paso al que ir',
    addUrl: 'Añade la dirección',
    handsTo: 'A {to}',
    handsToAnyone: 'A quien esté libre',
    ends: 'El flujo termina aquí',
    sectionTitle: 'Título de la sección',
    steps: { one: '{count} paso', other: '{count} pasos' },
    emptyNote: 'Escribe una nota…',
    nothingSet: 'Elige una variable',
    cleared: 'vaciada',
    options: { one: '{count} opción', other: '{count} opciones' },
  },
  form: {
    ...everyForm,
    ...startForm,
    ...messageForms,
    ...questionForms,
    ...logicForms,
    ...actionForms,
    ...canvasForms,
  },
}
