export const mails = {
  greeting: (name: string) => `Yth. ${name},`,
  linkUntil: (when: string) => `Tautan berlaku sampai ${when}.`,
  ignoreIfUnexpected:
    'Bila Anda tidak menantikan surat ini, abaikan saja. Tanpa tautan ini tidak ada yang berubah.',
  invitationSubject: (office: string) => `Undangan memakai Gaung, ${office}`,
  invitationText: (office: string, role: string) =>
    `${office} mengundang Anda memakai Gaung sebagai ${role}. Gaung merencanakan kampanye sosialisasi, mengumpulkan bukti siar, dan menghitung pendaftaran yang kembali.`,
  invitationButton: 'Pilih kata sandi',
  stoppedSubject: (file: string) => `Impor terhenti: ${file}`,
  stoppedText: (file: string, day: string) =>
    `Berkas ${file} dari folder masuk, ${day}, tidak dihitung. Tidak ada angka yang berubah.`,
  stoppedWaiting: (refused: string, questions: string) =>
    `Berkas menunggu sebagai pratinjau: ${refused} baris ditolak, ${questions} pertanyaan belum dijawab.`,
  stoppedButton: 'Buka pratinjau',
  resetSubject: 'Kata sandi baru untuk Gaung',
  resetText: 'Seseorang, mungkin Anda, meminta kata sandi baru untuk akun ini.',
  resetButton: 'Pilih kata sandi baru',
}
