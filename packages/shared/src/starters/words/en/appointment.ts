export const appointment = {
  name: 'Appointment',
  description: 'Service, day and time, read back for a yes before your team confirms.',
  variables: { service: 'service', day: 'day', time: 'time_of_day', name: 'name' },
  /** Anywhere in the message. */
  triggers: ['appointment', 'book', 'schedule', 'reserve'],
  /** The whole message. */
  greetings: ['hi', 'hello'],
  service: {
    text: 'Hello! 💇 Which service would you like to book at *Studio Nine*?',
    buttonText: 'Choose a service',
    retryText: 'Please choose a service from the list, or type its number.',
  },
  sections: { hair: 'Hair', care: 'Care' },
  services: {
    cut: { title: 'Cut', description: '45 minutes · 38' },
    colour: { title: 'Colour', description: '2 hours · 95' },
    treatment: { title: 'Treatment', description: '30 minutes · 25' },
  },
  day: {
    text: 'Which day suits you for *{{ service }}*? Please write day, month and year, like 24.12.2026.',
    retryText: 'I did not understand that as a day. Please write it like 24.12.2026.',
  },
  past: 'In the past',
  pastDay: 'That day is over already. Let us find another one.',
  askTime: 'And what time of day?',
  times: {
    morning: { title: 'Morning', synonyms: ['am', 'early'] },
    afternoon: { title: 'Afternoon', synonyms: ['pm', 'after lunch'] },
    evening: { title: 'Evening', synonyms: ['late', 'after work'] },
  },
  askName: 'Under which name shall I note it?',
  confirm: {
    header: 'Your appointment',
    text: '*{{ service }}*\n{{ day | date: "%A, %d %B" }}, {{ time_of_day | downcase }}\nfor {{ name }}\n\nIs everything right?',
    reminder: 'Shall I book this appointment for you? Just tap a button above.',
  },
  right: { title: 'Yes, book it', synonyms: ['yes', 'ok', 'correct'] },
  change: { title: 'Change something', synonyms: ['no', 'wrong', 'change'] },
  cancel: 'Cancel',
  team: {
    to: 'Reception',
    message: 'Thank you, {{ name }}! We look at the calendar and confirm the exact time here.',
    note: '{{ service }}, {{ day }} ({{ time_of_day }}), {{ name }}',
  },
  seeYou: 'See you at Studio Nine! ✂️',
  cancelled: 'Nothing was booked. Write “appointment” whenever you like.',
}
