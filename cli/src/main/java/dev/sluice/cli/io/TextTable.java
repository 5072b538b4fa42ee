package dev.sluice.cli.io;

import java.util.ArrayList;
import java.util.List;

/** A plain table: left-aligned text, right-aligned numbers, two spaces between columns. */
public final class TextTable {
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(String... header) {
    this.header = List.of(header);
  }

  /** Adds a row; cells are shown by {@code toString}. */
  public TextTable row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell.toString());
    }
    rows.add(row);
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Writes the table, header first, as lines of the result. */
  public void print(Terminal terminal) {
    terminal.print(line(header));
    rows.forEach(r -> terminal.print(line(r)));
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String pad = " ".repeat(width(column) - cells.get(column).length());
      String cell = cells.get(column);
      line.append(column == 0 ? "" : "  ").append(isNumeric(column) ? pad + cell : cell + pad);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    int width = header.get(column).length();
    for (List<String> row : rows) {
      width = Math.max(width, row.get(column).length());
    }
    return width;
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream().allMatch(r -> r.get(column).matches("[-+]?[\\d.,]+( ?(%|ms|s|MB|KB|B))?"));
  }
}
