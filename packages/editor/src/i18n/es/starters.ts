import type { starters as english } from '../en/starters.ts'
import type { SpanishOf } from './SpanishOf.ts'

export const starters: SpanishOf<typeof english> = {
  faqMenu: {
    name: 'Menú de preguntas',
    description: 'Un menú de temas, una respuesta para cada uno y un camino hacia una persona.',
  },
  leadCapture: {
    name: 'Captar interesados',
    description:
      'Nombre, correo, interés y presupuesto. Los más prometedores pasan a ventas al momento.',
  },
  appointment: {
    name: 'Cita',
    description:
      'Servicio, día y hora, con un resumen que confirmar antes de que lo haga tu equipo.',
  },
  orderStatus: {
    name: 'Estado del pedido',
    description:
      'Pregunta por HTTP a tu sistema de tienda dónde está un pedido y se las arregla si no lo sabe.',
  },
  supportHandover: {
    name: 'Soporte con traspaso',
    description:
      'Anota el problema, lo pasa a una persona en horario de oficina y pregunta qué tal fue.',
  },
  feedback: {
    name: 'Opinión del cliente',
    description:
      'Una nota de 0 a 10. A los contentos se les pide una reseña; a los demás, qué falló.',
  },
}
