export const supportHandover = {
  name: 'Support with handover',
  description: 'Takes the problem down, gives it to a person in office hours, asks how it went.',
  variables: { topic: 'topic', problem: 'problem', rating: 'rating', complaint: 'complaint' },
  triggers: ['support', 'help', 'agent', 'human'],
  topic: 'Hi, this is the support of *Northwind*. What is it about?',
  topics: {
    technical: { title: 'Something is broken', synonyms: ['technical', 'error'] },
    billing: { title: 'An invoice', synonyms: ['billing', 'payment'] },
    question: { title: 'A question', synonyms: ['question', 'other'] },
  },
  describe: {
    text: 'Please describe it in a sentence or two, so that the right person can answer at once.',
    retryText: 'A few more words, please: what happened, and where?',
  },
  open: 'Office hours',
  now: {
    to: 'Support',
    message: 'Thank you. A colleague answers you here in a few minutes.',
    note: '{{ topic }}: {{ problem }}',
  },
  later: {
    to: 'Support',
    message:
      'Thank you, I have noted it. We are back on the next working day at 9:00 and answer you right here.',
    note: 'Outside office hours · {{ topic }}: {{ problem }}',
  },
  rate: 'How did we do?',
  ratings: {
    great: { title: '😀 Great', synonyms: ['good', 'great'] },
    okay: { title: '🙂 Okay', synonyms: ['ok', 'fine'] },
    bad: { title: '🙁 Not well', synonyms: ['bad', 'poor'] },
  },
  unhappy: 'Not well',
  askWhy: 'I am sorry. What should we do better?',
  manager: {
    to: 'Team lead',
    message: 'Thank you for telling us. The team lead writes to you about it.',
    note: 'Unhappy with “{{ problem }}”: {{ complaint }}',
  },
  thanks: 'Thank you! Write “support” whenever you need us.',
}
