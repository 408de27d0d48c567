import type { StarterWords } from '../en/index.ts'

export const faqMenu: StarterWords['faqMenu'] = {
  name: 'Menú de preguntas',
  description: 'Un menú de temas, una respuesta para cada uno y un camino hacia una persona.',
  triggers: ['menú', 'empezar', 'inicio', 'hola', 'buenas', 'buenos días'],
  menu: {
    text: '¡Hola, {{ contact.name | default: "qué tal" }}! 👋 Te damos la bienvenida a la *Panadería La Esquina*. ¿Qué te gustaría saber?',
    footer: 'Escribe «menú» cuando quieras para volver aquí',
    buttonText: 'Ver los temas',
    retryText: 'Elige uno de los temas o escribe su número, por favor.',
  },
  sections: { visit: 'Visítanos', order: 'Pedidos', other: 'Otra cosa' },
  topics: {
    hours: { title: 'Horario', synonyms: ['horarios', 'abierto', 'abren', 'cuándo'] },
    address: { title: 'Dónde estamos', synonyms: ['dirección', 'ubicación', 'dónde'] },
    prices: {
      title: 'Precios',
      description: 'Pan, tartas y servicio para eventos',
      synonyms: ['precio', 'coste', 'costo', 'cuánto'],
    },
    delivery: {
      title: 'Envío a domicilio',
      description: 'Adónde llevamos los pedidos y cuánto cuesta',
      synonyms: ['envío', 'envíos', 'domicilio', 'reparto'],
    },
    person: { title: 'Hablar con alguien', synonyms: ['persona', 'agente', 'ayuda'] },
  },
  hours: '🕑 *Horario*\nDe lunes a viernes: 7:00 – 18:00\nSábados: 8:00 – 14:00\nDomingos: cerrado',
  place: {
    name: 'Panadería La Esquina',
    address: 'Plaza del Mercado 1, a la vuelta de la estación',
  },
  prices: {
    text: 'Pan desde *3,20*, tartas desde *18*, eventos desde *9 por persona*. La lista completa está en nuestra web.',
    buttonText: 'Ver los precios',
  },
  delivery:
    '🚲 Llevamos pedidos a menos de 5 km, todos los días de 9:00 a 17:00. Cuesta 3,50 y es gratis a partir de 30.',
  person: {
    to: 'Equipo de la tienda',
    message: 'Un momento: alguien del equipo te responderá aquí.',
    note: 'Pidió hablar con una persona desde el menú de preguntas.',
  },
  more: '¿Puedo ayudarte con algo más?',
  again: { title: 'Volver al menú', synonyms: ['sí', 'menú', 'volver'] },
  done: { title: 'No, gracias', synonyms: ['no', 'adiós', 'gracias'] },
  bye: '¡Gracias y hasta pronto! 🥐',
}
