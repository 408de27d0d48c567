import type { StarterWords } from '../en/index.ts'

export const leadCapture: StarterWords['leadCapture'] = {
  name: 'Captar interesados',
  description:
    'Nombre, correo, interés y presupuesto. Los más prometedores pasan a ventas al momento.',
  variables: { name: 'nombre', email: 'correo', interest: 'interés', budget: 'presupuesto' },
  triggers: ['oferta', 'presupuesto', 'cotización', 'me interesa', 'demo'],
  welcome:
    '¡Hola! 👋 Gracias por tu interés. Son cuatro preguntas cortas y la persona indicada se pondrá en contacto contigo.',
  askName: '¿Cómo te llamas?',
  nameReminder: '¿Sigues ahí? Con tu nombre ya podemos empezar.',
  askEmail: {
    text: '¡Un placer, {{ nombre }}! ¿A qué correo te enviamos la oferta?',
    retryText: 'Eso no parece un correo electrónico. Debería ser como ana@example.com.',
  },
  askInterest: '¿Qué te interesa?',
  interests: { website: 'Una página web', shop: 'Una tienda en línea', something: 'Otra cosa' },
  askBudget: {
    text: '¿Qué presupuesto tienes en mente? Basta con un número.',
    retryText: 'Escribe el presupuesto como número, por ejemplo 5000.',
  },
  hot: 'Presupuesto desde 5000',
  sales: {
    to: 'Ventas',
    message: '¡Gracias, {{ nombre }}! Alguien de ventas te escribirá aquí enseguida.',
    note: '{{ nombre }} · {{ correo }} · {{ interés }} · presupuesto: {{ presupuesto }}',
  },
  thanks:
    '¡Gracias, {{ nombre }}! En un día laborable recibirás en {{ correo }} nuestra oferta para «{{ interés }}».',
  withoutEmail: {
    to: 'Ventas',
    message: 'No pasa nada, lo hacemos a mano. Alguien del equipo te escribirá aquí.',
    note: '{{ nombre }} no pudo dar un correo electrónico.',
  },
}
