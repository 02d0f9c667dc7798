/** Profielinstellingen: the own address and number; a new one counts once the code that was sent there was entered. */
import type { FastifyReply } from 'fastify'
import type { Problem } from '../../../shared/domain/problems.ts'
import type { PortalPage } from './portal-page.ts'

const CHANNELS = ['email', 'sms'] as const
const channelOf = (page: PortalPage) => CHANNELS.find((one) => one === page.id) ?? 'email'

export async function showProfile(page: PortalPage): Promise<FastifyReply> {
  const profile = await page.read('session.profile', {})
  const addresses = profile.addresses.map((one) => ({ ...one, word: page.word(`channel-${one.channel}`) }))
  return page.show('profile', { profile, addresses })
}

function addressForm(page: PortalPage, value: string, problem: Problem | null = null): Promise<FastifyReply> {
  const channel = channelOf(page)
  return page.show('address-form', { channel, label: page.word(`channel-${channel}`), value }, problem)
}

export async function showAddressForm(page: PortalPage): Promise<FastifyReply> {
  return page.visit.tokens ? addressForm(page, '') : page.go('/login')
}

export async function startAddress(page: PortalPage): Promise<FastifyReply> {
  const { value = '', currentPassword = '' } = page.form
  const body = { address: { channel: channelOf(page), value }, currentPassword }
  const answer = await page.call('session.start-address-change', { body })
  if (!answer.ok) return addressForm(page, value, answer.problem)
  page.visit.addressChange = answer.value
  return page.go('/profile/code')
}

export async function showAddressCode(page: PortalPage): Promise<FastifyReply> {
  const { addressChange } = page.visit
  return addressChange ? page.show('address-code', { sentTo: addressChange.sentTo }) : page.go('/profile')
}

export async function confirmAddress(page: PortalPage): Promise<FastifyReply> {
  const { addressChange } = page.visit
  if (!addressChange) return page.go('/profile')
  const code = (page.form['code'] ?? '').replace(/\s/g, '')
  const body = { ticket: addressChange.ticket, code }
  const answer = await page.call('session.confirm-address-change', { body, requestId: page.form['requestId'] })
  if (!answer.ok) return page.show('address-code', { sentTo: addressChange.sentTo }, answer.problem)
  page.visit.addressChange = null
  page.say('addressSaved')
  return page.go('/profile')
}
