import type { StarterWords } from '../en/index.ts'

export const feedback: StarterWords['feedback'] = {
  name: 'Opinión del cliente',
  description:
    'Una nota de 0 a 10. A los contentos se les pide una reseña; a los demás, qué falló.',
  variables: { score: 'nota', suggestion: 'sugerencia', complaint: 'queja' },
  triggers: ['opinión', 'reseña', 'encuesta'],
  score: {
    text: '¡Gracias por tu visita! Del 0 (nada) al 10 (seguro), ¿nos recomendarías a alguien de confianza?',
    retryText: 'Responde con un número entero del 0 al 10, por favor.',
    reminder: 'Solo te pedimos un número del 0 al 10 🙂',
  },
  branches: { fan: '9 o 10', middle: '7 u 8' },
  askReview: {
    text: '¡Qué alegría! 🎉 ¿Se lo contarías también a otras personas? Es un minuto.',
    buttonText: 'Escribir una reseña',
  },
  askBetter: '¡Gracias! ¿Qué es lo que haría falta para llegar al 10?',
  askWrong: 'Sentimos no haber estado a la altura. ¿Qué falló?',
  repair: {
    to: 'Gerencia',
    message: 'Gracias por tu sinceridad. Te escribirá aquí alguien que puede cambiarlo.',
    note: 'Nota {{ nota }}: {{ queja }}',
  },
  thanks: '¡Gracias por tu tiempo y hasta pronto!',
}
