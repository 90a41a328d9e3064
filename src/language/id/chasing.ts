/** Time that is asked for, reminders, and lost links. */
export const moreTime = {
  ask: 'Perlu waktu lagi',
  hint: (day: string) => `Satu ketukan: batas menjadi ${day}. Sekali saja untuk minggu ini.`,
  lateHint: (day: string) => `Kantor diberi tahu dan tidak mengingatkan sebelum ${day}.`,
  moved: (day: string) => `Waktu tambahan diberikan sampai ${day}.`,
  noted: (day: string) => `Kantor tahu bahwa Anda menjawab paling lambat ${day}.`,
  saved: 'Tersimpan. Kantor sudah diberi tahu.',
  until: (who: string, day: string) => `${who}, sampai ${day}`,
}

export const reminders = {
  subject: (n: string, week: string) => `Pengingat: ${n} siaran menunggu jawaban, ${week}`,
  forColleague: (name: string) =>
    `${name} belum sempat menjawab. Anda juga narahubung media ini, jadi Anda dapat menjawabnya.`,
  waiting: (n: string, outlets: string, week: string) =>
    `${n} siaran ${outlets} pada ${week} belum dijawab. Satu menit cukup: bila semua tayang, satu ketukan.`,
  until: (day: string) => `Batas jawaban: ${day}.`,
  today: 'Batas jawaban hari ini.',
  passed: (day: string) => `Batas jawaban sudah lewat, ${day}. Jawaban tetap diterima.`,
  moreTime: 'Perlu waktu lagi? Ketuk “Perlu waktu lagi” di halaman itu; pengingat berhenti.',
  missingSubject: (outlets: string, week: string) => `Belum ada jawaban dari ${outlets}, ${week}`,
  missingText: ({
    count,
    outlets,
    week,
    deadline,
  }: Record<'count' | 'outlets' | 'week' | 'deadline', string>) =>
    `${count} siaran ${outlets} pada ${week} belum dijawab. Batasnya ${deadline}; pengingat sudah dikirim.`,
  missingContact: (name: string, reach: string) =>
    `Narahubung: ${name} (${reach}). Hubungi langsung, atau catat jawabannya dari formulir kertas.`,
  missingButton: 'Buka halaman media',
}

export const newLink = {
  title: 'Minta tautan baru',
  lead: 'Tulis alamat surel Anda yang tercatat di kantor. Tautan baru dikirim ke alamat itu.',
  email: 'Alamat surel',
  send: 'Kirim tautan baru',
  sentTitle: 'Periksa surel Anda',
  sent: 'Bila alamat itu tercatat, tautan baru sedang dikirim ke sana. Paling banyak satu surat tiap jam.',
  nothing: 'Tidak ada surat? Hubungi kantor yang memesan siaran: mungkin alamat lain yang tercatat.',
  askHere: 'Minta tautan baru',
  mailSubject: 'Tautan baru untuk konfirmasi siaran',
  mailText:
    'Seseorang, mungkin Anda, meminta tautan baru. Semua minggu yang masih terbuka ada di balik tautan ini.',
  mailOrder: (number: string, address: string) => `Media order ${number} yang belum dijawab: ${address}`,
}
