export const leadCapture = {
  name: 'Lead capture',
  description: 'Name, e-mail, interest and budget. Promising leads go to sales at once.',
  variables: { name: 'name', email: 'email', interest: 'interest', budget: 'budget' },
  triggers: ['offer', 'quote', 'interested', 'demo'],
  welcome:
    'Hi 👋 Thanks for your interest! Four short questions, and the right colleague gets back to you.',
  askName: 'What is your name?',
  nameReminder: 'Still there? Your name is all I need to begin.',
  askEmail: {
    text: 'Nice to meet you, {{ name }}! Which e-mail can we send the offer to?',
    retryText: 'That does not look like an e-mail address. It should read like ana@example.com.',
  },
  askInterest: 'What are you interested in?',
  interests: { website: 'A website', shop: 'An online shop', something: 'Something else' },
  askBudget: {
    text: 'What budget do you have in mind? A number is enough.',
    retryText: 'Please write the budget as a number, for example 5000.',
  },
  hot: 'Budget from 5,000',
  sales: {
    to: 'Sales',
    message: 'Thank you, {{ name }}! A colleague from sales writes to you here in a moment.',
    note: '{{ name }} · {{ email }} · {{ interest }} · budget {{ budget }}',
  },
  thanks:
    'Thank you, {{ name }}! You will find our offer for “{{ interest }}” at {{ email }} within a working day.',
  withoutEmail: {
    to: 'Sales',
    message: 'No problem, let us do this by hand. A colleague writes to you here.',
    note: '{{ name }} could not give an e-mail address.',
  },
}
