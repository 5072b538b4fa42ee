package dev.sluice.cli.shop;

/** One made-up customer. Prints the login number only. */
record Persona(
    int number,
    String firstName,
    String lastName,
    String email,
    String password,
    String phone,
    String street,
    String city,
    String postalCode,
    String country,
    String birthDate,
    String card,
    String cardExpiry,
    String cvv,
    String iban,
    String ip,
    String userAgent) {

  String fullName() {
    return firstName + " " + lastName;
  }

  @Override
  public String toString() {
    return "[persona " + number + "]";
  }
}
