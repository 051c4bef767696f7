import { z } from 'zod';
import { Checkout } from './checkout';

const answerSchema = z.object({ outcome: z.string(), reason: z.string().nullable() });

const QUESTION = 'DNA rate May 2024';
const CONFIG = {
  'organisation.yaml': 'organisation:\n  name: Sample Trust\n  scope: Trust\n  owner: An analyst\n  date: 2024-04-01\n',
  'extracts.yaml': 'extracts:\n  - id: appointments\n    table: outpatient_appointments\n    files: appointments.csv\n    select: select * from file\n',
  'metrics.yaml': 'metrics:\n  - { id: dna-rate, restricted: true }\n',
  'grants.yaml': 'grants:\n  - { may: [dna-rate], users: [A.Manager], because: Leads outpatients, owner: Medical director }\n',
};
const APPOINTMENTS = 'appointment_date,attended_or_did_not_attend_code,weight,counted_by\n2024-05-01,5,920,month\n2024-05-01,3,80,month\n';

let checkout: Checkout;
beforeAll(() => { checkout = new Checkout(); });
afterAll(() => checkout.close());

test('a restricted measure is answered for whoever was granted it, and refused to whoever gives no name', async () => {
  const folders = ['--config', checkout.folderWith('config', CONFIG), '--data', checkout.folderWith('appointments', { 'appointments.csv': APPOINTMENTS })];
  const asked = async (...who: readonly string[]): Promise<z.infer<typeof answerSchema>> => {
    const { out, err } = await checkout.run('ask', ['--json', ...folders, '--now', '2024-06-12T09:00', ...who, QUESTION]);
    expect(err).toBe('');
    return answerSchema.parse(JSON.parse(out));
  };
  expect(await asked('--as', 'a.manager')).toEqual({ outcome: 'answered', reason: null });
  expect(await asked()).toEqual({ outcome: 'refused', reason: 'not-permitted' });
});
