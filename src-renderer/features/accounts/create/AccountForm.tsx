/** The form of a new account, and what follows from it before it is made. */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import type { AccountOwner, AccountRules } from '../../../../shared/domain/accounts.ts'
import { Said } from '../../../app/i18n/Said.tsx'
import { useWords } from '../../../app/i18n/use-words.ts'
import { color, radius, small } from '../../../app/theme/tokens.ts'
import { Avatar } from '../../../components/Avatar.tsx'
import { ConsequenceList } from '../../../components/ConsequenceList.tsx'
import { Field } from '../../../components/Field.tsx'
import { SectionHeading } from '../../../components/SectionHeading.tsx'
import { Segmented } from '../../../components/Segmented.tsx'
import { isTaken, kindsFor, type NewAccountForm, type Wrong, withKind } from './new-account.ts'
import { ownerFacts } from './OwnerSearch.tsx'

const Chosen = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  padding: '10px 12px',
  marginBottom: 16,
  border: `1px solid ${color.line2}`,
  borderRadius: radius.card,
  '& > div': { flex: 1, minWidth: 0 },
  '& small': { ...small, display: 'block', color: color.t2 },
})
const Two = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
  columnGap: 16,
  '@media (max-width:819.98px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
})

export const fieldId = (name: keyof NewAccountForm): string => `new-account-${name}`

export interface AccountFormProps {
  owner: AccountOwner
  rules: AccountRules
  form: NewAccountForm
  wrong: Wrong
  onChange: (form: NewAccountForm) => void
  onOther: () => void
}

function WhoLogsIn({ owner, rules, form, wrong, onChange }: AccountFormProps) {
  const { t } = useWords()
  const kinds = kindsFor(owner, rules)
  if (kinds.length < 2) return null
  return (
    <div style={{ marginBottom: 16 }}>
      <SectionHeading title={t('accountDesk.create.kind')} />
      <Segmented
        label={t('accountDesk.create.kind')}
        value={form.kind}
        options={kinds.map((kind) => ({
          value: kind,
          label: t(`domain.accountKind.${kind}`),
          disabled: isTaken(owner, kind),
        }))}
        onChange={(kind) => onChange(withKind(form, kind, owner))}
      />
      {kinds.some((kind) => isTaken(owner, kind)) && (
        <p style={{ marginTop: 6, color: color.t3 }}>{t('accountDesk.create.taken')}</p>
      )}
      {wrong.kind && (
        <p role="alert" style={{ marginTop: 6, color: color.hot }}>
          {wrong.kind}
        </p>
      )}
    </div>
  )
}

function Fields({ rules, form, wrong, onChange }: AccountFormProps) {
  const { t } = useWords()
  const field = (
    name: Exclude<keyof NewAccountForm, 'kind'>,
    label: string,
    more: { hint?: ReactNode; type?: string; max: number },
  ) => (
    <Field
      id={fieldId(name)}
      label={label}
      type={more.type}
      autoComplete="off"
      value={form[name]}
      problem={wrong[name]}
      hint={more.hint}
      inputProps={{ maxLength: more.max }}
      onChange={(event) => onChange({ ...form, [name]: event.target.value })}
    />
  )
  const byLetter = rules.firstCredentials === 'letter' && form.kind !== 'organisation-contact'
  return (
    <>
      <Two>
        {field('name', t('accountDesk.create.name'), { max: 120 })}
        {form.kind !== 'client' &&
          (form.kind === 'organisation-contact'
            ? field('relation', t('accountDesk.create.place'), { max: 80 })
            : field('relation', t('accountDesk.create.relation'), { max: 80, hint: t('accountDesk.create.relationHint') }))}
      </Two>
      <Two>
        {field('email', t('accountDesk.create.email'), {
          max: 254,
          type: 'email',
          hint: t(byLetter ? 'accountDesk.create.emailMay' : 'accountDesk.create.emailHint'),
        })}
        {field('mobile', t('accountDesk.create.mobile'), {
          max: 20,
          type: 'tel',
          hint: t(rules.mobileNeeded ? 'accountDesk.create.mobileHint' : 'accountDesk.create.mobileMay'),
        })}
      </Two>
      {field('reason', t('accountDesk.create.reason'), { max: 300, hint: t('accountDesk.create.reasonHint') })}
    </>
  )
}

const WAYS = {
  letter: 'accountDesk.create.byLetter',
  email: 'accountDesk.create.byMail',
  'two-emails': 'accountDesk.create.byTwoMails',
  'email-within-hour': 'accountDesk.create.byMailSoon',
} as const satisfies Record<AccountRules['firstCredentials'], string>

function WhatFollows({ owner, rules, form }: AccountFormProps) {
  const { t } = useWords()
  const name = form.name.trim() === '' ? '…' : form.name.trim()
  const kind = t(`domain.accountKind.${form.kind}`)
  const way = rules.firstCredentials === 'letter' && owner.kind === 'organisation' ? 'email' : rules.firstCredentials
  const email = form.email.trim() === '' ? t('accountDesk.create.noAddress') : form.email.trim()
  return (
    <>
      <SectionHeading title={t('accountDesk.create.consequences')} note={t('accountDesk.create.notYet')} top={12} bottom={6} />
      <ConsequenceList
        items={[
          {
            term: t('accountDesk.create.term.account'),
            text:
              form.kind === 'client' ? (
                <Said i18nKey="accountDesk.create.accountOwn" values={{ name, kind }} />
              ) : (
                <Said i18nKey="accountDesk.create.account" values={{ name, owner: owner.name, kind }} />
              ),
          },
          { term: t('accountDesk.create.term.credentials'), text: <Said i18nKey={WAYS[way]} values={{ email }} /> },
          { term: t('accountDesk.create.term.first'), text: t('accountDesk.create.choosesOwn', { days: rules.days }) },
          {
            term: t('accountDesk.create.term.tells'),
            text: t(owner.has.length > 0 ? 'accountDesk.create.tells' : 'accountDesk.create.tellsNobody'),
          },
        ]}
      />
    </>
  )
}

export function AccountForm(props: AccountFormProps) {
  const { t } = useWords()
  const { owner, onOther } = props
  return (
    <>
      <Chosen>
        <Avatar id={owner.id} name={owner.name} size="medium" />
        <div>
          <b>{owner.name}</b>
          <small>{ownerFacts(owner, t)}</small>
        </div>
        <Button size="small" onClick={onOther}>
          {t('accountDesk.create.other')}
        </Button>
      </Chosen>
      <WhoLogsIn {...props} />
      <Fields {...props} />
      <WhatFollows {...props} />
    </>
  )
}
