export interface Place {
  readonly name: string
  readonly country: string
  readonly lat: number
  readonly lon: number
}

type Row = readonly [name: string, country: string, lat: number, lon: number]

const ROWS: readonly Row[] = [
  ['Amsterdam', 'Netherlands', 52.3676, 4.9041],
  ['Athens', 'Greece', 37.9838, 23.7275],
  ['Auckland', 'New Zealand', -36.8509, 174.7645],
  ['Bangkok', 'Thailand', 13.7563, 100.5018],
  ['Beijing', 'China', 39.9042, 116.4074],
  ['Berlin', 'Germany', 52.52, 13.405],
  ['Bogotá', 'Colombia', 4.711, -74.0721],
  ['Brussels', 'Belgium', 50.8503, 4.3517],
  ['Buenos Aires', 'Argentina', -34.6037, -58.3816],
  ['Cairo', 'Egypt', 30.0444, 31.2357],
  ['Cape Town', 'South Africa', -33.9249, 18.4241],
  ['Chicago', 'United States', 41.8781, -87.6298],
  ['Copenhagen', 'Denmark', 55.6761, 12.5683],
  ['Delhi', 'India', 28.6139, 77.209],
  ['Dubai', 'United Arab Emirates', 25.2048, 55.2708],
  ['Dublin', 'Ireland', 53.3498, -6.2603],
  ['Hanoi', 'Vietnam', 21.0278, 105.8342],
  ['Helsinki', 'Finland', 60.1699, 24.9384],
  ['Istanbul', 'Türkiye', 41.0082, 28.9784],
  ['Jakarta', 'Indonesia', -6.2088, 106.8456],
  ['Johannesburg', 'South Africa', -26.2041, 28.0473],
  ['Kraków', 'Poland', 50.0647, 19.945],
  ['Lagos', 'Nigeria', 6.5244, 3.3792],
  ['Lima', 'Peru', -12.0464, -77.0428],
  ['Lisbon', 'Portugal', 38.7223, -9.1393],
  ['London', 'United Kingdom', 51.5074, -0.1278],
  ['Los Angeles', 'United States', 34.0522, -118.2437],
  ['Madrid', 'Spain', 40.4168, -3.7038],
  ['Melbourne', 'Australia', -37.8136, 144.9631],
  ['Mexico City', 'Mexico', 19.4326, -99.1332],
  ['Montréal', 'Canada', 45.5019, -73.5674],
  ['Mumbai', 'India', 19.076, 72.8777],
  ['Nairobi', 'Kenya', -1.2921, 36.8219],
  ['New York', 'United States', 40.7128, -74.006],
  ['Oslo', 'Norway', 59.9139, 10.7522],
  ['Paris', 'France', 48.8566, 2.3522],
  ['Prague', 'Czechia', 50.0755, 14.4378],
  ['Reykjavík', 'Iceland', 64.1466, -21.9426],
  ['Rio de Janeiro', 'Brazil', -22.9068, -43.1729],
  ['Rome', 'Italy', 41.9028, 12.4964],
  ['San Francisco', 'United States', 37.7749, -122.4194],
  ['São Paulo', 'Brazil', -23.5505, -46.6333],
  ['Seoul', 'South Korea', 37.5665, 126.978],
  ['Singapore', 'Singapore', 1.3521, 103.8198],
  ['Stockholm', 'Sweden', 59.3293, 18.0686],
  ['Sydney', 'Australia', -33.8688, 151.2093],
  ['Tokyo', 'Japan', 35.6762, 139.6503],
  ['Toronto', 'Canada', 43.6532, -79.3832],
  ['Vienna', 'Austria', 48.2082, 16.3738],
  ['Zürich', 'Switzerland', 47.3769, 8.5417],
]

export const PLACES: readonly Place[] = ROWS.map(([name, country, lat, lon]) => ({ name, country, lat, lon }))
