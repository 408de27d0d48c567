import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'

/**
 * A phone number as +E.164: with its country code, or as people of `country` (ISO 3166, or empty) dial it. Without a
 * country, the contact's own number tells. Null when no such number can exist.
 */
export function parsePhone(text: string, country: string, contactPhone: string): string | null {
  const home = country || countryOf(contactPhone)
  return (
    (isSupportedCountry(home) ? parseIn(text, home) : null) ??
    parseIn(text, undefined) ??
    // Country code without the plus, as WhatsApp shows it.
    (/^\D*[1-9]/.test(text) ? parseIn(`+${text}`, undefined) : null)
  )
}

function parseIn(text: string, country: CountryCode | undefined): string | null {
  const parsed = parsePhoneNumberFromString(
    text,
    country === undefined ? {} : { defaultCountry: country },
  )
  return parsed?.isValid() ? parsed.number : null
}

const countryOf = (phone: string): string =>
  phone === '' ? '' : (parsePhoneNumberFromString(`+${phone}`)?.country ?? '')
