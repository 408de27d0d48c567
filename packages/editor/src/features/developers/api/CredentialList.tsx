import { Link } from 'react-router'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { Card } from '../../../ui/Card.tsx'

const KINDS = {
  workspace: {
    sentAs: ['Authorization: Bearer whm_…', 'X-API-Key: whm_…'],
    to: '/developers/keys',
  },
  number: { sentAs: ['Authorization: Bearer parley_key_…'], to: '/developers/keys' },
  instance: { sentAs: ['?token=…'], to: '/developers/keys' },
  token: { sentAs: ['X-API-Token: parley_pat_…'], to: '/settings/tokens' },
} as const
// The keys of a const object are its type's keys.
const NAMES = Object.keys(KINDS) as readonly (keyof typeof KINDS)[]

/** Which credentials there are, what each may do, and how it is sent. */
export const CredentialList = () => (
  <Card>
    <ul className="divide-y divide-line">
      {NAMES.map((name) => (
        <li key={name} className="grid gap-x-6 gap-y-2 p-4 md:grid-cols-[1fr_auto]">
          <div className="min-w-0">
            <h3 className="text-sm font-medium">{t(`developers.api.credential.${name}`)}</h3>
            <p className="mt-0.5 max-w-xl text-[0.8125rem] text-ink-muted">
              {rich(t(`developers.api.credential.${name}Help`), {
                link: (words) => (
                  <Link to={KINDS[name].to} className="font-medium text-primary hover:underline">
                    {words}
                  </Link>
                ),
              })}
            </p>
          </div>
          <div className="flex flex-col items-start gap-1">
            <span className="sr-only">{t('developers.api.sentAs')}</span>
            {KINDS[name].sentAs.map((line) => (
              <code key={line} className="rounded bg-sunken px-2 py-1 text-xs break-all text-ink">
                {line}
              </code>
            ))}
          </div>
        </li>
      ))}
    </ul>
  </Card>
)
