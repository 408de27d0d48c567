import type { AnswerKind } from './nodes/question.ts'

/** Sentences that contacts read when the author wrote none. */
interface Sentences {
  /** Asks again after an answer that does not fit. */
  readonly retry: Readonly<Record<AnswerKind['type'], string>>
  readonly staleTap: string
}

const ENGLISH: Sentences = {
  retry: {
    text: 'Please answer with a text message.',
    number: 'Please answer with a number.',
    email: 'Please send an e-mail address, for example ana@example.com.',
    phone: 'Please send a phone number with its country code, for example +44 20 7946 0000.',
    date: 'Please send a date, for example 24/12/2026.',
    choice: 'Please choose one of the options.',
  },
  staleTap: 'That button belongs to an earlier message. Please use the latest one.',
}

const SENTENCES: Readonly<Record<string, Sentences>> = {
  en: ENGLISH,
  ar: {
    retry: {
      text: 'من فضلك أجب برسالة نصية.',
      number: 'من فضلك أجب برقم.',
      email: 'من فضلك أرسل بريدًا إلكترونيًا، مثل ana@example.com.',
      phone: 'من فضلك أرسل رقم هاتف مع رمز البلد، مثل \u200e+966 11 234 5678.',
      date: 'من فضلك أرسل تاريخًا، مثل 24/12/2026.',
      choice: 'من فضلك اختر أحد الخيارات.',
    },
    staleTap: 'هذا الزر من رسالة سابقة. من فضلك استخدم أحدث رسالة.',
  },
  de: {
    retry: {
      text: 'Bitte antworten Sie mit einer Textnachricht.',
      number: 'Bitte antworten Sie mit einer Zahl.',
      email: 'Bitte senden Sie eine E-Mail-Adresse, zum Beispiel ana@example.com.',
      phone: 'Bitte senden Sie eine Telefonnummer mit Ländervorwahl, zum Beispiel +49 30 123456.',
      date: 'Bitte senden Sie ein Datum, zum Beispiel 24.12.2026.',
      choice: 'Bitte wählen Sie eine der Möglichkeiten.',
    },
    staleTap:
      'Diese Schaltfläche gehört zu einer früheren Nachricht. Bitte benutzen Sie die letzte.',
  },
  es: {
    retry: {
      text: 'Por favor, responde con un mensaje de texto.',
      number: 'Por favor, responde con un número.',
      email: 'Por favor, envía un correo electrónico, por ejemplo ana@example.com.',
      phone: 'Por favor, envía un teléfono con el código del país, por ejemplo +34 912 345 678.',
      date: 'Por favor, envía una fecha, por ejemplo 24/12/2026.',
      choice: 'Por favor, elige una de las opciones.',
    },
    staleTap: 'Ese botón es de un mensaje anterior. Por favor, usa el más reciente.',
  },
  pt: {
    retry: {
      text: 'Por favor, responda com uma mensagem de texto.',
      number: 'Por favor, responda com um número.',
      email: 'Por favor, envie um e-mail, por exemplo ana@example.com.',
      phone: 'Por favor, envie um telefone com o código do país, por exemplo +55 11 91234-5678.',
      date: 'Por favor, envie uma data, por exemplo 24/12/2026.',
      choice: 'Por favor, escolha uma das opções.',
    },
    staleTap: 'Esse botão é de uma mensagem anterior. Por favor, use o mais recente.',
  },
}

/** The ready-made sentences of a language (BCP 47 tag); English where there are none. */
export const sentencesOf = (language: string): Sentences =>
  SENTENCES[language.toLowerCase().split('-')[0] ?? ''] ?? ENGLISH
