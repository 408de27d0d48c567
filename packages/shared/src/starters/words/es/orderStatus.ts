import type { StarterWords } from '../en/index.ts'

export const orderStatus: StarterWords['orderStatus'] = {
  name: 'Estado del pedido',
  description:
    'Pregunta por HTTP a tu sistema de tienda dónde está un pedido y se las arregla si no lo sabe.',
  variables: {
    number: 'número_pedido',
    status: 'estado_pedido',
    trackingUrl: 'enlace_seguimiento',
    expected: 'llegada',
    httpStatus: 'estado_http',
  },
  triggers: ['pedido', 'seguimiento', 'paquete', 'envío', 'entrega'],
  hint: 'Pon la dirección de tu sistema de tienda en «Buscar el pedido».\n\nDebe responder con un JSON como\n{ "status": "shipped", "tracking_url": "https://…", "expected": "2026-12-24" }',
  askNumber: {
    text: 'Lo busco con gusto 📦 ¿Cuál es tu número de pedido? Está en el correo de confirmación.',
    retryText: 'Un número de pedido tiene entre 3 y 30 caracteres, por ejemplo A-10234.',
  },
  lookUp: 'Buscar el pedido',
  url: 'https://example.com/api/orders/{{ número_pedido | url_encode }}',
  branches: { shipped: 'Enviado', delivered: 'Entregado', unknown: 'No existe' },
  shipped: {
    text: 'El pedido *{{ número_pedido }}* va en camino 🚚{% if llegada != blank %} Debería llegar el {{ llegada | date: "%A, %-d de %B" }}.{% endif %}',
    buttonText: 'Seguir el paquete',
    url: '{{ enlace_seguimiento }}',
  },
  delivered: 'El pedido *{{ número_pedido }}* ya se entregó ✅ ¡Que lo disfrutes!',
  working:
    'El pedido *{{ número_pedido }}* está así: *{{ estado_pedido }}*. Te avisamos en cuanto salga.',
  more: '¿Puedo hacer algo más por ti?',
  another: { title: 'Otro pedido', synonyms: ['sí', 'otro'] },
  person: { title: 'Hablar con alguien', synonyms: ['agente', 'persona'] },
  noThanks: { title: 'No, gracias', synonyms: ['no', 'adiós'] },
  notFound: 'No encuentro el pedido *{{ número_pedido }}*. ¿Lo intentamos de nuevo?',
  again: { title: 'Intentar de nuevo', synonyms: ['sí', 'otra vez'] },
  support: {
    to: 'Soporte',
    message: 'Alguien del equipo lo está mirando y te responderá aquí.',
    note: 'Pedido {{ número_pedido }}, estado «{{ estado_pedido | default: "desconocido" }}».',
  },
  welcome: '¡De nada! 👋',
}
