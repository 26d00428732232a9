// One customer, as the streams application tells it. What was asked and the token stay in this page's memory only.

let token = '';

/** What is shown to the sink from now on. */
export const show = (secret) => { token = secret; };

/** Whether this sink can be asked about customers. */
export async function offered() {
  const response = await fetch('api/v1/customers');
  return response.ok && (await response.json()).available;
}

async function find(identity, journey) {
  let response;
  try {
    response = await fetch(`api/v1/customers/${encodeURIComponent(identity)}?${new URLSearchParams({ journey })}`,
      { headers: token ? { Authorization: `Bearer ${token}` } : {}, cache: 'no-store' });
  } catch {
    return { fault: 'The sink cannot be reached. Check that it runs, and ask again.' };
  }
  const body = await response.json().catch(() => ({}));
  if (response.ok) return { customer: body };
  return { locked: response.status === 401, fault: response.status === 401 && !token ? '' : `${body.message ?? `HTTP ${response.status}`}.` };
}

/** Who owns an identity from its last claim on. */
export const owner = (customer) => customer.owners.find((each) => each.to == null);

/** The identity, and whom it belongs to now, up to the customer that nobody owns. */
export async function findAll(identity, journey) {
  const customers = [];
  for (let next = identity; next && !customers.some((each) => each.identity === next);) {
    const { customer, ...rest } = await find(next, journey);
    if (!customer) return { customers, ...rest };
    customers.push(customer);
    next = owner(customer)?.identity;
  }
  return { customers };
}
