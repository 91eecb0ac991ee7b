import { createCollectionHandlers } from '../collection-handlers.ts'
import { createCollection } from '../collection.ts'
import type { Collection } from '../collection.ts'
import { buildOperations, listScopes } from '../operation.ts'
import type { DemoApi, Operation } from '../operation.ts'
import { appointmentSchema, contactSchema, taskSchema } from './schemas.ts'
import type { Appointment, Contact, Task } from './schemas.ts'
import { seedAppointments, seedContacts, seedTasks } from './seed.ts'

export interface Organizer {
  readonly api: DemoApi
  /** For the Agents API, whose tool looks for a gap in them. */
  readonly appointments: Collection<Appointment>
}

export function createOrganizer(): Organizer {
  const appointments = createCollection<Appointment>({ kind: 'appointment', seed: seedAppointments })
  const operations = listOperations(appointments)
  return {
    appointments,
    api: { name: 'organizer', title: 'Organizer API', operations, scopes: listScopes(operations) },
  }
}

function listOperations(collection: Collection<Appointment>): readonly Operation[] {
  const contacts = createCollectionHandlers<Contact>({
    name: 'contacts',
    collection: createCollection({ kind: 'contact', seed: seedContacts }),
    schema: contactSchema(),
  })
  const appointments = createCollectionHandlers<Appointment>({
    name: 'appointments',
    collection,
    schema: appointmentSchema(),
  })
  const tasks = createCollectionHandlers<Task>({
    name: 'tasks',
    collection: createCollection({ kind: 'task', seed: seedTasks }),
    schema: taskSchema(),
  })
  return buildOperations([
    ['GET', '/contacts', 'read:contacts', 'Lists contacts', contacts.list],
    ['GET', '/contacts/:id', 'read:contacts', 'Shows a contact', contacts.show],
    ['POST', '/contacts', 'create:contacts', 'Adds a contact', contacts.create],
    ['DELETE', '/contacts/:id', 'delete:contacts', 'Deletes a contact', contacts.remove],
    ['GET', '/appointments', 'read:appointments', 'Lists appointments', appointments.list],
    ['GET', '/appointments/:id', 'read:appointments', 'Shows an appointment', appointments.show],
    ['POST', '/appointments', 'create:appointments', 'Adds an appointment', appointments.create],
    ['DELETE', '/appointments/:id', 'delete:appointments', 'Deletes an appointment', appointments.remove],
    ['GET', '/tasks', 'read:tasks', 'Lists tasks', tasks.list],
    ['GET', '/tasks/:id', 'read:tasks', 'Shows a task', tasks.show],
    ['POST', '/tasks', 'create:tasks', 'Adds a task', tasks.create],
    ['DELETE', '/tasks/:id', 'delete:tasks', 'Deletes a task', tasks.remove],
  ])
}
