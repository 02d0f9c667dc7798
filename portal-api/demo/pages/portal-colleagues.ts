/** Mijn gegevens of an organisation: the own contact details, the organisation, and the colleagues with their switches and projects. */
import type { FastifyReply } from 'fastify'
import type { Problem } from '../../../shared/domain/problems.ts'
import {
  type ColleagueData,
  type ColleaguePlace,
  type ManagedUserDetail,
  type Switches,
  sex,
} from '../../../shared/domain/users.ts'
import { formatDate } from './dates.ts'
import type { PortalPage } from './portal-page.ts'
import { shownUser } from './portal-users.ts'

const SWITCHES = ['administrator', 'member', 'visitMails', 'allProjects'] as const satisfies readonly (keyof Switches)[]
const NO_SWITCHES: Switches = { administrator: false, member: true, visitMails: false, allProjects: false }
const NOBODY: ColleagueData = {
  initials: '',
  firstName: '',
  prefix: '',
  lastName: '',
  nickname: '',
  birthDate: null,
  sex: null,
  address: '',
  postalAddress: '',
  contactEmail: '',
  phone: '',
  mobile: '',
  email: '',
}
const NO_PLACE: ColleaguePlace = { department: '', functionCode: null, cardTitle: '' }

/** What the form says; a wrong value travels on, so that the portal names it. */
function personOf({ form }: PortalPage): ColleagueData {
  return {
    initials: form['initials'] ?? '',
    firstName: form['firstName'] ?? '',
    prefix: form['prefix'] ?? '',
    lastName: form['lastName'] ?? '',
    nickname: form['nickname'] ?? '',
    birthDate: form['birthDate'] || null,
    sex: sex
      .nullable()
      .catch(null)
      .parse(form['sex'] || null),
    address: form['address'] ?? '',
    postalAddress: form['postalAddress'] ?? '',
    contactEmail: form['contactEmail'] ?? '',
    phone: form['phone'] ?? '',
    mobile: form['mobile'] ?? '',
    email: form['email'] ?? '',
  }
}

function placeOf({ form }: PortalPage): ColleaguePlace {
  return {
    department: form['department'] ?? '',
    functionCode: form['functionCode'] ? Number(form['functionCode']) : null,
    cardTitle: form['cardTitle'] ?? '',
  }
}

function switchesFrom({ form }: PortalPage): Switches {
  const on = (name: keyof Switches) => form[name] === 'yes'
  return {
    administrator: on('administrator'),
    member: on('member'),
    visitMails: on('visitMails'),
    allProjects: on('allProjects'),
  }
}

const switchWords = (page: PortalPage) => SWITCHES.map((name) => ({ name, word: page.word(`switch-${name}`) }))

const choices = async (page: PortalPage) => ({
  functions: (await page.read('users.list', {})).offered.functions,
  sexes: sex.options.map((one) => ({ sex: one, word: page.word(`sex-${one}`) })),
  switchWords: switchWords(page),
})

interface Shown {
  readonly person: ColleagueData | null
  readonly place: ColleaguePlace
  readonly switches: Switches
}

async function newForm(page: PortalPage, shown: Shown, problem: Problem | null = null) {
  return page.show('colleague-form', { ...shown, user: null, ...(await choices(page)) }, problem)
}

export async function showNewColleague(page: PortalPage): Promise<FastifyReply> {
  return newForm(page, { person: NOBODY, place: NO_PLACE, switches: NO_SWITCHES })
}

export async function addColleague(page: PortalPage): Promise<FastifyReply> {
  const shown = { person: personOf(page), place: placeOf(page), switches: switchesFrom(page) }
  const answer = await page.call('users.add-colleague', { body: { kind: 'new', ...shown }, requestId: page.form['requestId'] })
  if (!answer.ok) return newForm(page, shown, answer.problem)
  page.say('colleagueAdded')
  return page.go(`/colleagues/${answer.value.id}`)
}

async function colleaguePage(page: PortalPage, user: ManagedUserDetail, problem: Problem | null = null) {
  const { rows } = await page.read('project-questions.projects', { query: { which: 'all' } })
  const { helpdesk } = await page.read('users.organisation', {})
  const mine = new Set(user.colleague?.projects.map((one) => one.id))
  return page.show(
    'colleague',
    {
      user: shownUser(page, user),
      person: user.person,
      place: user.colleague ?? NO_PLACE,
      switches: user.colleague?.switches ?? NO_SWITCHES,
      projects: rows.map((row) => ({ ...row, on: mine.has(row.id) })),
      helpdesk,
      ...(await choices(page)),
    },
    problem,
  )
}

export async function showColleague(page: PortalPage): Promise<FastifyReply> {
  return colleaguePage(page, await page.read('users.open', { params: { id: page.id } }))
}

/** What was refused is said on the colleague's page, which then shows how things stand. */
async function after(
  page: PortalPage,
  answer: { ok: true } | { ok: false; problem: Problem },
  word: 'colleagueSaved' | 'factorWiped',
) {
  if (!answer.ok) return colleaguePage(page, await page.read('users.open', { params: { id: page.id } }), answer.problem)
  page.say(word)
  return page.go(`/colleagues/${page.id}`)
}

const based = (page: PortalPage) => ({
  params: { id: page.id },
  basedOn: Number(page.form['version']),
  requestId: page.form['requestId'],
})

export async function changeColleague(page: PortalPage): Promise<FastifyReply> {
  const person = page.form['lastName'] === undefined ? {} : { person: personOf(page) }
  const proof = page.form['currentPassword'] ? { currentPassword: page.form['currentPassword'] } : {}
  const body = { ...person, place: placeOf(page), ...proof }
  return after(page, await page.call('users.change-colleague', { ...based(page), body }), 'colleagueSaved')
}

export async function setSwitches(page: PortalPage): Promise<FastifyReply> {
  return after(page, await page.call('users.set-switches', { ...based(page), body: switchesFrom(page) }), 'colleagueSaved')
}

export async function setProjects(page: PortalPage): Promise<FastifyReply> {
  const projectIds = Object.entries(page.form).flatMap(([name, value]) =>
    name.startsWith('project-') && value === 'yes' ? [name.slice('project-'.length)] : [],
  )
  return after(page, await page.call('users.set-projects', { ...based(page), body: { projectIds } }), 'colleagueSaved')
}

export async function wipeFactor(page: PortalPage): Promise<FastifyReply> {
  const body = { code: (page.form['code'] ?? '').trim() }
  return after(page, await page.call('users.wipe-second-factor', { ...based(page), body }), 'factorWiped')
}

export async function showOrganisation(page: PortalPage): Promise<FastifyReply> {
  return page.show('organisation', { organisation: await page.read('users.organisation', {}) })
}

/** What is known of oneself, in the order of the portal's form; one's own is always shown. */
function ownLines(page: PortalPage, { person }: ManagedUserDetail): { word: string; value: string }[] {
  if (person === null) return []
  const { initials, nickname, birthDate, sex: known, address, postalAddress, phone, mobile, contactEmail, email } = person
  return [
    { word: page.word('initials'), value: initials },
    { word: page.word('nickname'), value: nickname },
    { word: page.word('birthDate'), value: birthDate === null ? '' : formatDate(birthDate, page.visitor.lang) },
    { word: page.word('sex'), value: known === null ? '' : page.word(`sex-${known}`) },
    { word: page.word('address'), value: address },
    { word: page.word('postalAddress'), value: postalAddress },
    { word: page.word('landline'), value: phone },
    { word: page.word('mobile'), value: mobile },
    { word: page.word('contactEmail'), value: contactEmail },
    { word: page.word('portalEmail'), value: email },
  ]
}

export async function showOwnContact(page: PortalPage): Promise<FastifyReply> {
  const user = await page.read('users.own-contact', {})
  return page.show('own-contact', { user, person: ownLines(page, user), switchWords: switchWords(page) })
}

export async function setVisitMails(page: PortalPage): Promise<FastifyReply> {
  const answer = await page.call('users.set-visit-mails', {
    body: { visitMails: page.form['visitMails'] === 'yes' },
    basedOn: Number(page.form['version']),
    requestId: page.form['requestId'],
  })
  if (answer.ok) page.say('colleagueSaved')
  else page.complain(answer.problem)
  return page.go('/own-contact')
}
