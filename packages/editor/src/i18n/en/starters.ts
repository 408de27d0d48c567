/** Names and descriptions of the starter flows. */
export const starters = {
  faqMenu: {
    name: 'FAQ menu',
    description: 'A menu of topics, an answer for each, and a way to a person.',
  },
  leadCapture: {
    name: 'Lead capture',
    description: 'Name, e-mail, interest and budget. Promising leads go to sales at once.',
  },
  appointment: {
    name: 'Appointment',
    description: 'Service, day and time, read back for a yes before your team confirms.',
  },
  orderStatus: {
    name: 'Order status',
    description: 'Asks your shop system by HTTP where an order is, and copes when it cannot tell.',
  },
  supportHandover: {
    name: 'Support with handover',
    description: 'Takes the problem down, gives it to a person in office hours, asks how it went.',
  },
  feedback: {
    name: 'Customer feedback',
    description: 'A score from 0 to 10. Fans are asked for a review, the others what went wrong.',
  },
} as const
