export const mails = {
  greeting: (name: string) => `Yth. ${name},`,
  linkUntil: (when: string) => `Tautan berlaku sampai ${when}.`,
  ignoreIfUnexpected:
    'Bila Anda tidak menantikan surat ini, abaikan saja. Tanpa tautan ini tidak ada yang berubah.',
  invitationSubject: (office: string) => `Undangan memakai Gaung, ${office}`,
  invitationText: (office: string, role: string) =>
    `${office} mengundang Anda memakai Gaung sebagai ${role}. Gaung merencanakan kampanye sosialisasi, mengumpulkan bukti siar, dan menghitung pendaftaran yang kembali.`,
  invitationButton: 'Pilih kata sandi',
  resetSubject: 'Kata sandi baru untuk Gaung',
  resetText: 'Seseorang, mungkin Anda, meminta kata sandi baru untuk akun ini.',
  resetButton: 'Pilih kata sandi baru',
}
