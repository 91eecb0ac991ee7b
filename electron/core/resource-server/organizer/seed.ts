import type { Appointment, Contact, Task } from './schemas.ts'

/** What a user of the scenario finds at the first visit; days are counted from today so that the calendar is never stale. */
interface Seed {
  readonly contacts: readonly Contact[]
  readonly appointments: readonly [day: number, from: string, to: string, title: string, location: string][]
  readonly tasks: readonly [day: number, title: string, done: boolean][]
}

const SEEDS: Readonly<Record<string, Seed>> = {
  alice: {
    contacts: [
      { name: 'Bob Brown', email: 'bob@organizer.test', phone: '+44 20 7946 0101' },
      { name: 'Carol Clark', email: 'carol@organizer.test', phone: '+44 20 7946 0102', note: 'Runs the Tuesday group' },
      { name: 'Dr Evans', phone: '+44 20 7946 0155', note: 'Dentist' },
    ],
    appointments: [
      [0, '09:00', '09:30', 'Stand-up', 'Room 2'],
      [1, '10:00', '11:00', 'Dentist', '12 Mill Lane'],
      [1, '14:00', '15:30', 'Budget review', 'Room 4'],
      [3, '18:30', '21:00', 'Dinner with Bob', 'The Anchor'],
    ],
    tasks: [
      [1, 'Send the slides to Carol', false],
      [2, 'Buy a birthday card', false],
      [-1, 'Renew the library books', true],
    ],
  },
  bob: {
    contacts: [
      { name: 'Alice Adams', email: 'alice@organizer.test' },
      { name: 'Garage Nord', phone: '+49 30 5550 199', note: 'Winter tyres' },
    ],
    appointments: [
      [1, '08:00', '08:45', 'Car to the garage', 'Garage Nord'],
      [2, '09:00', '12:00', 'Workshop', 'Online'],
    ],
    tasks: [
      [0, 'Water the plants', false],
      [5, 'File the tax return', false],
    ],
  },
  carol: {
    contacts: [
      { name: 'Alice Adams', email: 'alice@organizer.test' },
      { name: 'Bob Brown', email: 'bob@organizer.test' },
      { name: 'Community hall', phone: '+44 20 7946 0177' },
    ],
    appointments: [
      [1, '13:00', '14:00', 'Lunch with the board', 'Canteen'],
      [4, '19:00', '21:00', 'Tuesday group', 'Community hall'],
    ],
    tasks: [[3, 'Book the community hall', false]],
  },
  mallory: {
    contacts: [{ name: 'Nobody in particular', email: 'drop@mallory.test' }],
    appointments: [[0, '23:00', '23:30', 'Check the traps', 'Online']],
    tasks: [[0, 'Find an open redirect', false]],
  },
}

const DEFAULT: Seed = {
  contacts: [{ name: 'Alice Adams', email: 'alice@organizer.test' }],
  appointments: [[1, '09:00', '10:00', 'Look around the Organizer', 'Here']],
  tasks: [[1, 'Add a task of your own', false]],
}

export function seedContacts(owner: string): readonly Contact[] {
  return seedOf(owner).contacts
}

export function seedAppointments(owner: string): readonly Appointment[] {
  return seedOf(owner).appointments.map(([day, from, to, title, location]) => {
    const date = dateIn(day)
    return { title, start: `${date}T${from}:00Z`, end: `${date}T${to}:00Z`, location }
  })
}

export function seedTasks(owner: string): readonly Task[] {
  return seedOf(owner).tasks.map(([day, title, done]) => ({ title, due: dateIn(day), done }))
}

function seedOf(owner: string): Seed {
  return (Object.hasOwn(SEEDS, owner) ? SEEDS[owner] : undefined) ?? DEFAULT
}

function dateIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
